#include "indexer/write/upkeep/record_export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/write/upkeep/compaction.h"
#include "tests/indexer/write/writer_fixture.h"

namespace dateline::indexer {
namespace {

using dateline::testing::analysed;
using dateline::testing::article;

class RecordExportTest : public WriterFixture {
 protected:
  // Of 26 articles, two of each day, in two segments, newest first; the last two without a date.
  void SetUp() override {
    for (int segment = 0; segment < 2; ++segment) {
      auto writer = open();
      for (int i = 0; i < 13; ++i) {
        Article one = article("a" + std::to_string(segment) + "-" + std::to_string(i));
        if (i < 12) {
          const std::string day = std::to_string(28 - i);
          one.published = Timestamp::parse("2020-01-" + day + "T10:00:00Z");
        }
        ASSERT_TRUE(writer->add(analysed(one, "f" + one.id)));
      }
      ASSERT_TRUE(writer->commit());
    }
  }

  std::vector<std::string> exported(std::size_t most = kMostInOrder) const {
    std::vector<std::string> ids;
    const auto take = [&](const Article& one) {
      ids.push_back(one.id);
      return true;
    };
    const auto given = export_records(path_, take, most);
    EXPECT_TRUE(given && *given == ids.size());
    return ids;
  }
};

TEST_F(RecordExportTest, TheOldestComesFirstAndWhatHasNoDateLast) {
  const auto ids = exported();
  ASSERT_EQ(ids.size(), 26U);
  for (std::size_t i = 0; i < 13; ++i) {
    const std::string day = "-" + std::to_string(i == 12 ? 12 : 11 - i);
    EXPECT_TRUE(ids[2 * i].ends_with(day)) << ids[2 * i] << day;
    EXPECT_TRUE(ids[2 * i + 1].ends_with(day));
  }
}

TEST_F(RecordExportTest, HoweverManyAreOrderedAtOnceAndHoweverTheyLieTheOrderIsTheSame) {
  const auto ids = exported();
  for (const std::size_t most : {1U, 2U, 7U, 13U, 26U, 27U}) EXPECT_EQ(exported(most), ids) << most;
  ASSERT_TRUE(compact_index(path_));
  EXPECT_EQ(exported(5), ids);
}

TEST_F(RecordExportTest, WhatIsGoneIsNotThere) {
  auto writer = open();
  ASSERT_TRUE(writer->remove_id("a0-3"));
  ASSERT_TRUE(writer->commit());
  const auto ids = exported(4);
  EXPECT_EQ(ids.size(), 25U);
  EXPECT_EQ(std::count(ids.begin(), ids.end(), "a0-3"), 0);
}

TEST_F(RecordExportTest, ItEndsWhenNoMoreIsWanted) {
  int given = 0;
  const auto done = export_records(path_, [&](const Article&) { return ++given < 5; });
  ASSERT_TRUE(done);
  EXPECT_EQ(given, 5);
}

TEST_F(RecordExportTest, WithoutAnIndexItSaysSo) {
  const auto done = export_records(directory_.file("none"), [](const Article&) { return true; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::indexer
