#include "common/store/story_merges.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/file.h"
#include "tests/support/temporary_directory.h"

namespace dateline::store {
namespace {

using dateline::testing::TemporaryDirectory;

TEST(StoryMerges, WhatIsMergedInAChainIsOneStoryUnderTheLeastId) {
  const StoryMerges merges = StoryMerges().with({{9, 7}, {7, 3}, {20, 15}});
  EXPECT_EQ(merges.story_of(9), 3U);
  EXPECT_EQ(merges.story_of(7), 3U);
  EXPECT_EQ(merges.story_of(3), 3U);
  EXPECT_EQ(merges.story_of(20), 15U);
  EXPECT_EQ(merges.story_of(8), 8U);
  EXPECT_EQ(merges.values_of(3), (std::vector<schema::StoryId>{3, 7, 9}));
  EXPECT_EQ(merges.values_of(8), (std::vector<schema::StoryId>{8}));
}

TEST(StoryMerges, LaterMergesHoldForEarlierOnes) {
  const StoryMerges before = StoryMerges().with({{9, 7}, {20, 15}});
  const StoryMerges after = before.with({{20, 7}, {2, 9}});
  for (const schema::StoryId id : {2U, 7U, 9U, 15U, 20U}) EXPECT_EQ(after.story_of(id), 2U) << id;
  EXPECT_EQ(before.story_of(9), 7U);
}

TEST(StoryMerges, AreWhatTheyWereWhenReadBack) {
  const TemporaryDirectory directory;
  const std::string path = directory.file("merged");
  for (const StoryMerges& merges :
       {StoryMerges(), StoryMerges().with({{9, 7}}), StoryMerges().with({{~0ULL, 0}, {5, 1}})}) {
    ASSERT_TRUE(write_story_merges(path, merges));
    const auto read = read_story_merges(path, merges.list().size());
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ(read->list(), merges.list());
  }
}

TEST(StoryMerges, AnyChangedByteIsDamage) {
  const TemporaryDirectory directory;
  ASSERT_TRUE(write_story_merges(directory.file("merged"), StoryMerges().with({{9, 7}, {8, 1}})));
  const std::string whole = *real_files().read(directory.file("merged"), 1000);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(read_story_merges(directory.write("changed", changed), 2)) << "byte " << i;
    EXPECT_FALSE(read_story_merges(directory.write("cut", whole.substr(0, i)), 2))
        << "cut at " << i;
  }
}

TEST(StoryMerges, AnotherNumberThanTheManifestsIsDamage) {
  const TemporaryDirectory directory;
  ASSERT_TRUE(write_story_merges(directory.file("merged"), StoryMerges().with({{9, 7}})));
  EXPECT_FALSE(read_story_merges(directory.file("merged"), 0));
  EXPECT_FALSE(read_story_merges(directory.file("merged"), 2));
  EXPECT_EQ(read_story_merges(directory.file("none"), 1).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::store
