#include "indexer/pipeline/shard_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "common/base/file.h"
#include "common/document/shard_number.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer {
namespace {

class ShardFilesTest : public ::testing::Test {
 protected:
  std::set<std::string> names() const {
    const auto names = real_files().list(path_);
    return names ? std::set<std::string>(names->begin(), names->end()) : std::set<std::string>();
  }

  std::string text(std::uint32_t shard, std::uint32_t shards) const {
    return real_files().read(path_ + "/" + shard_file_name(shard, shards), 1U << 20).value_or("");
  }

  dateline::testing::TemporaryDirectory directory_;
  std::string path_ = directory_.file("records");
};

TEST_F(ShardFilesTest, EachLineIsInTheFileOfItsShardInTheOrderOfTheRun) {
  auto files = ShardFiles::open(path_, 3);
  ASSERT_TRUE(files) << files.error().to_string();
  std::string expected;
  for (int i = 0; i < 20000; ++i) {
    const std::string id = "a" + std::to_string(i);
    ASSERT_TRUE((*files)->write(id, id + "\n"));
    if (shard_of(id, 3) == 1) expected += id + "\n";
  }
  ASSERT_TRUE((*files)->finish());
  EXPECT_EQ(names(), (std::set<std::string>{"shard-000-of-003.jsonl", "shard-001-of-003.jsonl",
                                            "shard-002-of-003.jsonl"}));
  EXPECT_EQ(text(1, 3), expected);
}

TEST_F(ShardFilesTest, ARunThatDoesNotFinishLeavesNothingAndReplacesNothing) {
  auto first = ShardFiles::open(path_, 1);
  ASSERT_TRUE(first);
  ASSERT_TRUE((*first)->write("a", "first\n"));
  ASSERT_TRUE((*first)->finish());
  first->reset();
  auto second = ShardFiles::open(path_, 1);
  ASSERT_TRUE(second);
  ASSERT_TRUE((*second)->write("a", "second\n"));
  second->reset();
  EXPECT_EQ(text(0, 1), "first\n");
  EXPECT_EQ(names().size(), 1U);
}

TEST_F(ShardFilesTest, WhatAKilledRunLeftIsDeletedAndNothingElse) {
  directory_.write("records/shard-001-of-002.jsonl.0123456789abcdef.tmp", "half");
  directory_.write("records/shard-001-of-002.jsonl.notes.tmp", "mine");
  directory_.write("records/letter.txt", "mine");
  auto files = ShardFiles::open(path_, 1);
  ASSERT_TRUE(files);
  ASSERT_TRUE((*files)->finish());
  EXPECT_EQ(names(), (std::set<std::string>{"letter.txt", "shard-000-of-001.jsonl",
                                            "shard-001-of-002.jsonl.notes.tmp"}));
}

TEST_F(ShardFilesTest, FilesOfAnotherNumberOfShardsAreInTheWay) {
  directory_.write("records/shard-000-of-008.jsonl", "");
  const auto files = ShardFiles::open(path_, 4);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code, ErrorCode::kUsage);
  EXPECT_EQ(ShardFiles::open(path_, 0).error().code, ErrorCode::kUsage);
  EXPECT_EQ(ShardFiles::open(path_, kMostShards + 1).error().code, ErrorCode::kUsage);
}

TEST_F(ShardFilesTest, OneRunAtATimeWritesToADirectory) {
  const auto one = ShardFiles::open(path_, 2);
  ASSERT_TRUE(one);
  const auto other = ShardFiles::open(path_, 2);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::kLocked);
}

}  // namespace
}  // namespace dateline::indexer
