// The file of columns beside the lists of values, whichever way a segment was made.
#include "indexer/write/segment/columns_writer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "common/schema/fields.h"
#include "common/store/columns/segment_columns.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/upkeep/compaction.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer::columns_writer_test {
namespace {

using dateline::testing::TemporaryDirectory;
using schema::Slot;

// The slots that have a column, as "8 1 "; every value of it is compared with the list.
std::string compared_slots(const std::string& segment) {
  const auto columns = store::SegmentColumns::open(segment);
  EXPECT_TRUE(columns && *columns) << segment;
  if (!columns || !*columns) return {};
  const Xapian::Database db(segment);
  std::string slots;
  for (std::uint32_t slot = 0; slot < 20; ++slot) {
    const store::Column* column = (*columns)->of(slot);
    if (column == nullptr) continue;
    slots += std::to_string(slot) + " ";
    auto at = db.valuestream_begin(slot);
    for (Xapian::docid document = 0; document <= db.get_lastdocid(); ++document) {
      const bool has_value = at != db.valuestream_end(slot) && at.get_docid() == document;
      EXPECT_EQ(column->value(document), has_value ? *at : std::string()) << slot;
      if (has_value) ++at;
    }
  }
  return slots;
}

// Articles of `days` days and sources; numbers have gaps, and some articles have no date or source.
void fill(const std::string& directory, BuilderKind kind, int articles, int commits, int days) {
  WriterOptions options;
  options.builder = kind;
  auto writer = IndexWriter::open(directory, options);
  ASSERT_TRUE(writer) << writer.error().to_string();
  ArticleAnalyser analyser;
  for (int i = 0; i < articles; ++i) {
    Article article = testing::article("a" + std::to_string(i), "Word " + std::to_string(i % 7));
    const int day = i % days;
    if (i % 11 != 0) {
      article.published = Timestamp::parse(
          fmt::format("{}-{:02}-{:02}", 2000 + day / 336, day / 28 % 12 + 1, day % 28 + 1));
    }
    if (i % 13 != 0) article.source = "source " + std::to_string(day);
    article.language = "en";
    ASSERT_TRUE((*writer)->add(analyser.analyse(article, "")));
    if (i % 10 == 0) (*writer)->leave(*(*writer)->admit());
    if (i % (articles / commits) == articles / commits - 1) {
      ASSERT_TRUE((*writer)->commit());
    }
  }
  for (int i = 0; i < articles; i += 9) {
    ASSERT_TRUE((*writer)->remove_id("a" + std::to_string(i)));
  }
  ASSERT_TRUE((*writer)->commit());
}

std::string only_segment_of(const std::string& directory) {
  std::string segment;
  for (const auto& entry : std::filesystem::directory_iterator(directory + "/segments")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(segment.empty());
    segment = entry.path().string();
  }
  return segment;
}

TEST(ColumnsWriter, BothBuildersTellWhatTheirListsHave) {
  for (const BuilderKind kind : {BuilderKind::kGlass, BuilderKind::kXapian}) {
    const TemporaryDirectory directory;
    fill(directory.file("index"), kind, 300, 1, 20);
    EXPECT_EQ(compared_slots(only_segment_of(directory.file("index"))), "1 2 4 8 ")
        << "no article has a section";
  }
}

TEST(ColumnsWriter, AFoldedSegmentTellsWhatItsListsHave) {
  const TemporaryDirectory directory;
  fill(directory.file("index"), BuilderKind::kGlass, 600, 2, 20);
  ASSERT_TRUE(compact_index(directory.file("index")));
  EXPECT_EQ(compared_slots(only_segment_of(directory.file("index"))), "1 2 4 8 ");
}

// More than 255 days and sources take two bytes each, beside eight for the story.
TEST(ColumnsWriter, WhatWouldMakeADocumentTooWideGoesWithout) {
  const TemporaryDirectory directory;
  fill(directory.file("index"), BuilderKind::kGlass, 900, 1, 400);
  const std::string segment = only_segment_of(directory.file("index"));
  EXPECT_EQ(compared_slots(segment), "1 2 8 ");
}

}  // namespace
}  // namespace dateline::indexer::columns_writer_test
