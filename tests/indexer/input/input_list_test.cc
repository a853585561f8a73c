#include "indexer/input/input_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;

class InputListTest : public ::testing::Test {
 protected:
  // "path" or "path -> url" for items, "path!code" for rejections; paths below the test's
  // directory.
  std::vector<std::string> inputs(InputListOptions options) {
    auto list = InputList::open(std::move(options));
    if (!list) return {list.error().message};
    std::vector<std::string> out;
    while (auto item = list->next()) {
      if (!*item) {
        out.push_back(shortened(item->error().path) + "!" + item->error().code);
      } else {
        const std::string arrow = (*item)->url.empty() ? "" : " -> " + (*item)->url;
        out.push_back(shortened((*item)->path) + arrow);
      }
    }
    return out;
  }

  std::string shortened(const std::string& path) const {
    const std::string start = directory_.path() + "/";
    return path.rfind(start, 0) == 0 ? path.substr(start.size()) : path;
  }

  dateline::testing::TemporaryDirectory directory_;
};

TEST_F(InputListTest, PathsComeInTheOrderGivenAndMissingOnesAreNamed) {
  const std::string a = directory_.write("a", "x");
  const std::string b = directory_.write("b", "x");
  EXPECT_THAT(inputs({{b, directory_.file("none"), a, "-"}, "", ""}),
              ElementsAre("b", "none!missing", "a", "-"));
}

TEST_F(InputListTest, TheFolderOfASavedPageIsPassedOver) {
  for (const char* name : {"d/a.html", "d/a_files/frame.html", "d/b.htm", "d/b-Dateien/frame.html",
                           "d/c_files/c.html", "d/_files/d.html"}) {
    directory_.write(name, "x");
  }
  EXPECT_THAT(inputs({{directory_.file("d")}, "", ""}),
              ElementsAre("d/_files/d.html", "d/a.html", "d/b.htm", "d/c_files/c.html"));
  // Named by itself it is what somebody wants.
  EXPECT_THAT(inputs({{directory_.file("d/a_files")}, "", ""}),
              ElementsAre("d/a_files/frame.html"));
}

TEST_F(InputListTest, ADirectoryIsWalkedInTheOrderOfItsNames) {
  for (const char* name : {"d/b.html", "d/a/z.html", "d/a/b/c", "d/c.txt"}) {
    directory_.write(name, "x");
  }
  EXPECT_THAT(inputs({{directory_.file("d/")}, "", ""}),
              ElementsAre("d/a/b/c", "d/a/z.html", "d/b.html", "d/c.txt"));
}

TEST_F(InputListTest, HiddenFilesAndWhatPagesAreDressedWithArePassedOver) {
  for (const char* name : {"d/.hidden", "d/.git/x", "d/s.css", "d/s.JS", "d/f.woff2", "d/a.cdxj",
                           "d/a.CDX.gz", "d/a.html"}) {
    directory_.write(name, "x");
  }
  ::mkfifo(directory_.file("d/pipe").c_str(), 0600);
  EXPECT_THAT(inputs({{directory_.file("d")}, "", ""}), ElementsAre("d/a.html"));
  // Named by the user, they are what the user wants.
  EXPECT_THAT(inputs({{directory_.file("d/.hidden")}, "", ""}), ElementsAre("d/.hidden"));
}

TEST_F(InputListTest, LinksAreFollowedAndLoopsEnd) {
  directory_.write("d/a", "x");
  directory_.write("elsewhere/b", "x");
  namespace fs = std::filesystem;
  fs::create_directory_symlink(directory_.file("d"), directory_.file("d/loop"));
  fs::create_directory_symlink(directory_.file("elsewhere"), directory_.file("d/other"));
  fs::create_symlink(directory_.file("nowhere"), directory_.file("d/broken"));
  EXPECT_THAT(inputs({{directory_.file("d")}, "", ""}),
              ElementsAre("d/a", "d/broken!missing", "d/other/b"));
}

// Root may read everything; for as long as this stands, root is nobody.
class WithoutPrivileges {
 public:
  WithoutPrivileges() { is_nobody_ = ::geteuid() == 0 && ::seteuid(kNobody) == 0; }
  ~WithoutPrivileges() {
    if (is_nobody_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;
  bool is_nobody_;
};

TEST_F(InputListTest, ADirectoryThatMayNotBeReadIsNamedAndTheRestGoesOn) {
  directory_.write("d/locked/a", "x");
  directory_.write("d/z", "x");
  ::chmod(directory_.path().c_str(), 0755);
  ::chmod(directory_.file("d/locked").c_str(), 0);
  {
    const WithoutPrivileges nobody;
    EXPECT_THAT(inputs({{directory_.file("d")}, "", ""}),
                ElementsAre("d/locked!unreadable", "d/z"));
  }
  ::chmod(directory_.file("d/locked").c_str(), 0700);
}

TEST_F(InputListTest, AListHasAPathALineAndPerhapsItsUrl) {
  const std::string a = directory_.write("a", "x");
  const std::string b = directory_.write("b c", "x");
  directory_.write("d/e", "x");
  const std::string list = directory_.write(
      "list", a + "\thttps://news.example/a\r\n\n  \n" + b + "\t\n" + directory_.file("d") + "\n" +
                  directory_.file("none") + "\n" + a + "\tnot an address");
  EXPECT_THAT(inputs({{}, list, ""}),
              ElementsAre("a -> https://news.example/a", "b c", "d/e", "none!missing", "a"));
}

TEST_F(InputListTest, PathsComeBeforeTheList) {
  const std::string a = directory_.write("a", "x");
  const std::string b = directory_.write("b", "x");
  EXPECT_THAT(inputs({{b}, directory_.write("list", a + "\n"), ""}), ElementsAre("b", "a"));
}

TEST_F(InputListTest, AListThatIsNotThereIsAFailure) {
  const auto list = InputList::open({{}, directory_.file("none"), ""});
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kNotFound);
}

TEST_F(InputListTest, StandardInputCannotBeTwoThings) {
  const auto list = InputList::open({{"-"}, "-", ""});
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().code, ErrorCode::kUsage);
}

TEST_F(InputListTest, TheBaseUrlIsTheUrlOfASingleInput) {
  const std::string a = directory_.write("a.html", "x");
  EXPECT_THAT(inputs({{a}, "", "https://news.example/story"}),
              ElementsAre("a.html -> https://news.example/story"));
  EXPECT_THAT(inputs({{"-"}, "", "https://news.example/story"}),
              ElementsAre("- -> https://news.example/story"));
}

TEST_F(InputListTest, TheBaseUrlIsExtendedByPathsBelowADirectory) {
  for (const char* name :
       {"d/2020/a b.html", "d/c#d.html", "d/e?id=3", "d/x:y.html", "d/50%.html"}) {
    directory_.write(name, "x");
  }
  EXPECT_THAT(inputs({{directory_.file("d")}, "", "https://news.example/archive"}),
              ElementsAre("d/2020/a b.html -> https://news.example/archive/2020/a%20b.html",
                          "d/50%.html -> https://news.example/archive/50%25.html",
                          "d/c#d.html -> https://news.example/archive/c%23d.html",
                          "d/e?id=3 -> https://news.example/archive/e?id=3",
                          "d/x:y.html -> https://news.example/archive/x:y.html"));
}

TEST_F(InputListTest, SeveralFilesDoNotShareOneUrl) {
  const std::string a = directory_.write("a.html", "x");
  const std::string b = directory_.write("b.html", "x");
  EXPECT_THAT(inputs({{a, b}, "", "https://news.example"}),
              ElementsAre("a.html -> https://news.example/a.html",
                          "b.html -> https://news.example/b.html"));
}

// A watcher names files one by one; add walks to them.
TEST_F(InputListTest, APathBelowARootHasTheUrlThatAWalkOfTheRootGivesIt) {
  const std::string page = directory_.write("d/2020/a b.html", "x");
  const std::string inner = directory_.write("d/site/c.html", "x");
  const std::string beside = directory_.write("d2/e.html", "x");
  const std::string url = "https://news.example";
  const auto walked = inputs({{directory_.file("d")}, "", url});
  for (const char* root : {"d", "d/"}) {
    EXPECT_THAT(inputs({{page}, "", url, {}, {directory_.file(root)}}), ElementsAre(walked[0]));
  }
  const std::vector<std::string> roots{directory_.file("d"), directory_.file("d/site/")};
  EXPECT_THAT(inputs({{page, inner, beside}, "", url, {}, roots}),
              ElementsAre("d/2020/a b.html -> https://news.example/2020/a%20b.html",
                          "d/site/c.html -> https://news.example/c.html",
                          "d2/e.html -> https://news.example/e.html"));
  EXPECT_THAT(inputs({{page}, "", "", {}, roots}), ElementsAre("d/2020/a b.html"));
}

TEST_F(InputListTest, AByteOrderMarkIsNoPartOfTheFirstPath) {
  directory_.write("a.html", "x");
  const std::string list = directory_.write("list", "\xEF\xBB\xBF" + directory_.file("a.html") +
                                                        "\thttps://news.example/a\r\n" +
                                                        directory_.file("a.html") + "\r\n");
  EXPECT_THAT(inputs({{}, list, ""}), ElementsAre("a.html -> https://news.example/a", "a.html"));
}

TEST_F(InputListTest, DirectoriesAreRememberedAsNamed) {
  directory_.write("d/a", "x");
  const std::string file = directory_.write("f", "x");
  auto list = InputList::open({{directory_.file("d//"), file}, "", ""});
  ASSERT_TRUE(list);
  while (list->next()) {
  }
  EXPECT_THAT(list->directories(), ElementsAre(directory_.file("d")));
}

}  // namespace
}  // namespace dateline::indexer
