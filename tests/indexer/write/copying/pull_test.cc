#include "indexer/write/copying/pull.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "common/base/fingerprint.h"
#include "common/store/manifest.h"
#include "indexer/write/copying/directory_source.h"
#include "indexer/write/upkeep/compaction.h"
#include "indexer/write/upkeep/verification.h"
#include "tests/indexer/write/writer_fixture.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;
using dateline::testing::analysed;
using dateline::testing::article;

// A source over which something happens: before each fetch, what the test says.
class Watched final : public CopySource {
 public:
  explicit Watched(const std::string& directory) : name_(directory) {}

  const std::string& name() const override { return name_; }
  Status fetch(const std::vector<std::string>& names, const std::string& into) override {
    if (before) before(++fetches);
    // A source of its own each time: none holds a segment, as rsync does not.
    auto fetched = DirectorySource(name_, {}).fetch(names, into);
    if (fetched && after) after(into);
    asked.insert(names.begin(), names.end());
    if (fetched && asked.contains(stops_with)) return failure(copy_stopped());
    return fetched;
  }

  std::function<void(int)> before;
  std::function<void(const std::string&)> after;
  int fetches = 0;
  std::set<std::string> asked;
  std::string stops_with;  // a file that is the last to come

 private:
  std::string name_;
};

class PullTest : public WriterFixture {
 protected:
  void SetUp() override { add("a", 3); }

  void add(const std::string& name, int count) { add_to(path_, name, count); }

  static void add_to(const std::string& index, const std::string& name, int count) {
    auto writer = IndexWriter::open(index);
    ASSERT_TRUE(writer);
    for (int i = 0; i < count; ++i) {
      const std::string id = name + std::to_string(i);
      ASSERT_TRUE((*writer)->add(analysed(article(id), "f" + id)));
    }
    ASSERT_TRUE((*writer)->commit());
  }

  Result<Pulled> pull(bool replace = false) {
    DirectorySource source(path_, {});
    return pull_index(source, copy_, {replace, {}});
  }

  // Every file of the state, by name.
  static std::map<std::string, std::string> files_of(const std::string& index) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(index)) {
      const std::string name = fs::relative(entry.path(), index).string();
      const bool is_beside =
          name == "dateline.lock" || name == "pulled" || name.ends_with("flintlock");
      if (!entry.is_regular_file() || is_beside) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      files[name] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    return files;
  }

  static std::uint64_t sound_articles(const std::string& index) {
    const auto found = verify_index(index);
    EXPECT_TRUE(found && found->sound()) << (found ? found->faults.front() : found.error().message);
    return found ? found->articles : 0;
  }

  std::string copy_ = directory_.file("copy");
};

TEST_F(PullTest, ACopyIsTheSameByteForByteStateByState) {
  ASSERT_TRUE(pull());
  EXPECT_EQ(files_of(copy_), files_of(path_));
  add("b", 4);
  auto writer = open();
  ASSERT_TRUE(writer->remove_id("a1"));
  ASSERT_TRUE(writer->commit());
  writer.reset();
  const auto second = pull();
  ASSERT_TRUE(second) << second.error().to_string();
  EXPECT_EQ(second->segments, 1U) << "the one that was there is not copied again";
  EXPECT_EQ(files_of(copy_), files_of(path_));
  ASSERT_TRUE(compact_index(path_));
  ASSERT_TRUE(pull());
  EXPECT_EQ(files_of(copy_), files_of(path_)) << "what was folded away is gone from the copy too";
  EXPECT_EQ(sound_articles(copy_), 6U);
  const auto again = pull();
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->changed);
}

TEST_F(PullTest, ASourceThatFoldsMeanwhileIsCopiedInItsNewestState) {
  add("b", 4);
  Watched source(path_);
  source.before = [&](int fetch) {
    if (fetch == 3) {
      ASSERT_TRUE(compact_index(path_));
    }
  };
  const auto pulled = pull_index(source, copy_, {});
  ASSERT_TRUE(pulled) << pulled.error().to_string();
  EXPECT_EQ(files_of(copy_), files_of(path_));
  EXPECT_EQ(sound_articles(copy_), 7U);
}

TEST_F(PullTest, ASourceThatNeverStandsStillIsGivenUp) {
  Watched source(path_);
  source.before = [&](int) {
    add("b", 1);
    ASSERT_TRUE(compact_index(path_));
  };
  const auto pulled = pull_index(source, copy_, {});
  ASSERT_FALSE(pulled);
  EXPECT_EQ(pulled.error().code, ErrorCode::kIo);
  EXPECT_NE(pulled.error().message.find("changed 10 times"), std::string::npos);
  EXPECT_LE(source.fetches, 30);
}

TEST_F(PullTest, ADirectoryHoldsWhatItHasBegunToCopy) {
  add("b", 4);
  DirectorySource source(path_, {});
  const std::string into = directory_.file("into");
  ASSERT_TRUE(source.fetch({"XAPIANDB", "segments/000001/sums", "segments/000002/sums"}, into));
  ASSERT_TRUE(compact_index(path_));
  EXPECT_TRUE(source.fetch({"segments/000001/postlist.glass"}, into));
}

TEST_F(PullTest, ADamagedSourceLeavesTheCopyAsItWas) {
  ASSERT_TRUE(pull());
  const auto before = files_of(copy_);
  add("b", 4);
  std::fstream(path_ + "/segments/000002/postlist.glass").seekp(100).put('\x7f');
  const auto pulled = pull();
  ASSERT_FALSE(pulled);
  EXPECT_EQ(pulled.error().code, ErrorCode::kCorrupt);
  EXPECT_NE(pulled.error().message.find("000002"), std::string::npos);
  EXPECT_EQ(files_of(copy_), before);
  fs::remove(path_ + "/segments/000002/postlist.glass");
  const auto missing = pull();
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(files_of(copy_), before);
}

TEST_F(PullTest, ASourceThatNamesFilesOutsideOfItsSegmentsIsRefused) {
  const std::string list = "../../../../evil 4 0123456789abcdef0123456789abcdef\n";
  std::ofstream(path_ + "/segments/000001/sums") << list << "sum " << fingerprint(list) << "\n";
  directory_.write("evil", "evil");
  const auto pulled = pull();
  ASSERT_FALSE(pulled);
  EXPECT_EQ(pulled.error().code, ErrorCode::kCorrupt);
  EXPECT_NE(pulled.error().message.find("names what no segment has"), std::string::npos);
  EXPECT_FALSE(fs::exists(copy_));
}

TEST_F(PullTest, WhatIsDamagedOnTheWayIsFetchedOnceMore) {
  Watched source(path_);
  bool is_first = true;
  source.after = [&](const std::string& into) {
    const std::string table = into + "/segments/000001/postlist.glass";
    if (!fs::exists(table) || !is_first) return;
    is_first = false;
    std::fstream(table).seekp(100).put('\x7f');
  };
  ASSERT_TRUE(pull_index(source, copy_, {}));
  EXPECT_EQ(files_of(copy_), files_of(path_));
}

TEST_F(PullTest, WhatAStoppedRunHasBroughtIsKeptForTheNext) {
  Watched source(path_);
  source.stops_with = "segments/000001/postlist.glass";
  const auto stopped = pull_index(source, copy_, {});
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::kInterrupted);
  source.stops_with.clear();
  source.asked.clear();
  ASSERT_TRUE(pull_index(source, copy_, {}));
  EXPECT_FALSE(source.asked.contains("segments/000001/postlist.glass"));
  EXPECT_EQ(files_of(copy_), files_of(path_));
}

TEST_F(PullTest, OtherPeoplesFilesAndArticlesAreNotReplaced) {
  const std::string theirs = directory_.write("theirs/letter.txt", "Dear");
  DirectorySource source(path_, {});
  const auto foreign = pull_index(source, directory_.file("theirs"), {});
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().code, ErrorCode::kForeign);
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_.file("theirs")), {}), 1);

  add_to(copy_, "mine", 2);
  const auto refused = pull();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
  EXPECT_EQ(sound_articles(copy_), 2U);

  ASSERT_TRUE(pull(true));
  EXPECT_EQ(sound_articles(copy_), 3U);
  EXPECT_FALSE(pull()->changed) << "the same under other names";
  add("b", 2);
  ASSERT_TRUE(pull()) << "it is a copy of this source now, whatever its files are called";
  EXPECT_EQ(sound_articles(copy_), 5U);
}

TEST_F(PullTest, WhatSomebodyAddsToACopyIsNotLostUnasked) {
  ASSERT_TRUE(pull());
  add_to(copy_, "mine", 2);
  add("b", 2);
  EXPECT_FALSE(pull());
  EXPECT_EQ(sound_articles(copy_), 5U);
  ASSERT_TRUE(pull(true));
  EXPECT_EQ(sound_articles(copy_), 5U);
  path_ = copy_;
  EXPECT_EQ(stored(), (Ids{"a0", "a1", "a2", "b0", "b1"}));
}

TEST_F(PullTest, ReadersKeepWhatTheyHaveOpenAndThenSeeTheNewState) {
  ASSERT_TRUE(pull());
  auto reader = store::IndexReader::open({copy_});
  ASSERT_TRUE(reader);
  add("b", 4);
  ASSERT_TRUE(compact_index(path_));
  ASSERT_TRUE(pull());
  EXPECT_EQ(reader->articles(), 3U);
  EXPECT_TRUE(fs::exists(copy_ + "/segments/000001"));
  const auto fresh = reader->refresh();
  ASSERT_TRUE(fresh && *fresh);
  EXPECT_EQ(reader->articles(), 7U);
  add("c", 1);
  ASSERT_TRUE(pull());
  EXPECT_FALSE(fs::exists(copy_ + "/segments/000001")) << "nobody reads it any more";
}

TEST_F(PullTest, AWriterOfTheCopyIsNotDisturbed) {
  ASSERT_TRUE(pull());
  add("b", 1);
  const auto writer = IndexWriter::open(copy_);
  ASSERT_TRUE(writer);
  const auto pulled = pull();
  ASSERT_FALSE(pulled);
  EXPECT_EQ(pulled.error().code, ErrorCode::kLocked);
}

TEST_F(PullTest, WhereThereIsNoSourceNothingIsMade) {
  DirectorySource source(directory_.file("nowhere"), {});
  const auto pulled = pull_index(source, copy_, {});
  ASSERT_FALSE(pulled);
  EXPECT_EQ(pulled.error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(copy_));
}

}  // namespace
}  // namespace dateline::indexer
