// Files in a directory of the test's own. What is waited for comes, or the test fails after half a
// minute; nothing is concluded from what has not come yet.
#include "indexer/watching/arrivals.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "tests/support/temporary_directory.h"

namespace dateline::indexer::watching {
namespace {

using std::chrono::milliseconds;
using ::testing::UnorderedElementsAre;

class ArrivalsTest : public ::testing::Test {
 protected:
  std::string path(const std::string& name) const { return directory_.path() + "/" + name; }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::ofstream(path(name)) << text;
  }

  // What arrives until there are `count` files.
  static std::multiset<std::string> next(Arrivals& arrivals, std::size_t count) {
    std::multiset<std::string> out;
    for (int i = 0; i < 600 && out.size() < count; ++i) {
      auto found = arrivals.wait(milliseconds(50));
      if (!found) {
        ADD_FAILURE() << found.error().to_string();
        break;
      }
      for (const std::string& one : *found) out.insert(one);
    }
    return out;
  }

  testing::TemporaryDirectory directory_;
};

TEST_F(ArrivalsTest, WhatIsClosedOrMovedInArrivesOnceEachTime) {
  const auto arrivals = watch_by_events({directory_.path()});
  ASSERT_TRUE(arrivals) << arrivals.error().to_string();
  write("a", "1");
  write(".hidden", "x");
  write("style.css", "x");
  EXPECT_THAT(next(**arrivals, 1), UnorderedElementsAre(path("a")));
  write("a", "two");
  std::filesystem::rename(path(".hidden"), path("b"));
  EXPECT_THAT(next(**arrivals, 2), UnorderedElementsAre(path("a"), path("b")));
  EXPECT_EQ((*arrivals)->take_notice(), "");
}

TEST_F(ArrivalsTest, WhatIsThereAndWhatStandsInNewDirectoriesArrivesToo) {
  write("old/a", "1");
  const auto arrivals = watch_by_events({directory_.path()});
  ASSERT_TRUE(arrivals);
  write("new/deep/b", "1");
  EXPECT_THAT(next(**arrivals, 2), UnorderedElementsAre(path("old/a"), path("new/deep/b")));
  write("new/deep/c", "1");
  EXPECT_THAT(next(**arrivals, 1), UnorderedElementsAre(path("new/deep/c")));
  std::filesystem::rename(path("new"), path("newer"));
  EXPECT_THAT(next(**arrivals, 2),
              UnorderedElementsAre(path("newer/deep/b"), path("newer/deep/c")));
  write("newer/deep/d", "1");
  EXPECT_THAT(next(**arrivals, 1), UnorderedElementsAre(path("newer/deep/d")));
}

TEST_F(ArrivalsTest, AFileThatIsOpenIsNotComplete) {
  const auto arrivals = watch_by_events({directory_.path()});
  ASSERT_TRUE(arrivals);
  std::ofstream file(path("a"));
  file << "half" << std::flush;
  write("b", "1");
  EXPECT_THAT(next(**arrivals, 1), UnorderedElementsAre(path("b")));
  file << " whole";
  file.close();
  EXPECT_THAT(next(**arrivals, 1), UnorderedElementsAre(path("a")));
}

TEST_F(ArrivalsTest, ALinkThatLeadsBackIsNoEnd) {
  write("a", "1");
  std::filesystem::create_directory_symlink(directory_.path(), path("loop"));
  const auto arrivals = watch_by_events({directory_.path()});
  ASSERT_TRUE(arrivals);
  EXPECT_THAT(next(**arrivals, 1), UnorderedElementsAre(path("a")));
}

TEST_F(ArrivalsTest, LookingFindsTheSame) {
  write("old/a", "1");
  const auto arrivals = watch_by_looking({directory_.path()}, milliseconds(20));
  ASSERT_TRUE(arrivals);
  write("b", "1");
  EXPECT_THAT(next(**arrivals, 2), UnorderedElementsAre(path("old/a"), path("b")));
}

TEST_F(ArrivalsTest, WhatWasLostIsFoundAndSaid) {
  std::size_t queue = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> queue;
  if (queue == 0 || queue > 20'000) GTEST_SKIP() << "the queue is too long to be filled here";
  const auto arrivals = watch_by_events({directory_.path()});
  ASSERT_TRUE(arrivals);
  next(**arrivals, 0);
  const std::size_t count = queue / 2 + 100;  // each is made and closed
  for (std::size_t i = 0; i < count; ++i) write(std::to_string(i), "1");
  std::string notice;
  std::multiset<std::string> found;
  for (int i = 0; i < 60 && found.size() < count; ++i) {
    found.merge(next(**arrivals, 1));
    notice += (*arrivals)->take_notice();
  }
  EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), count);
  EXPECT_NE(notice.find("events were lost"), std::string::npos);
}

TEST_F(ArrivalsTest, WhatIsNoDirectoryIsSaid) {
  write("a", "1");
  for (const std::string& one : {path("a"), path("none")}) {
    const auto arrivals = watch_by_events({one});
    ASSERT_FALSE(arrivals);
    EXPECT_EQ(arrivals.error().code, ErrorCode::kNotFound);
    EXPECT_FALSE(watch_by_looking({one}, milliseconds(20)));
  }
}

}  // namespace
}  // namespace dateline::indexer::watching
