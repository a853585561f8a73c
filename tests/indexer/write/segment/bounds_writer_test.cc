// The file of bounds beside the lists that it tells of, whichever way a segment was made.
#include "indexer/write/segment/bounds_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "common/base/file.h"
#include "common/store/bounds/segment_bounds.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/upkeep/compaction.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/support/temporary_directory.h"

namespace dateline::indexer::bounds_writer_test {
namespace {

using dateline::testing::TemporaryDirectory;

bool covers(const store::TermBounds& rows, std::size_t block, std::uint32_t frequency,
            std::uint32_t length) {
  for (std::size_t i = 0; i < store::kPairs; ++i) {
    const store::BoundPair pair = rows.pair(block, i);
    const store::BoundPair of_all = rows.pair_of_all(i);
    if (of_all.frequency < pair.frequency && i == 0) return false;
    if (pair.frequency >= frequency && pair.length <= length) return true;
  }
  return false;
}

// How many terms have rows; every number of them is compared with the lists.
std::size_t compare(const std::string& segment) {
  const auto bounds = store::SegmentBounds::open(segment);
  EXPECT_TRUE(bounds && *bounds) << segment;
  if (!bounds || !*bounds) return 0;
  const Xapian::Database db(segment);
  EXPECT_EQ((*bounds)->documents(), db.get_doccount());
  for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
    EXPECT_EQ((*bounds)->length(*at), at.get_doclength());
  }
  std::size_t terms = 0;
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
    const auto rows = (*bounds)->find(*term);
    const bool is_long = term.get_termfreq() >= store::kFewestPostings;
    EXPECT_EQ(rows.has_value(), is_long && db.get_collection_freq(*term) > 0) << *term;
    if (!rows) continue;
    ++terms;
    EXPECT_EQ(rows->postings(), term.get_termfreq());
    std::size_t number = 0;
    for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at, ++number) {
      const std::size_t block = number / store::kPostingsInBlock;
      EXPECT_LE(*at, rows->last(block));
      const bool ends =
          (number + 1) % store::kPostingsInBlock == 0 || number + 1 == rows->postings();
      EXPECT_EQ(*at == rows->last(block), ends);
      EXPECT_TRUE(covers(*rows, block, at.get_wdf(), at.get_doclength())) << *term << " " << *at;
    }
    EXPECT_EQ(rows->blocks(), (number + store::kPostingsInBlock - 1) / store::kPostingsInBlock);
  }
  return terms;
}

// Numbers have gaps, and some articles are short.
void fill(const std::string& directory, BuilderKind kind, int articles, int commits) {
  WriterOptions options;
  options.builder = kind;
  auto writer = IndexWriter::open(directory, options);
  ASSERT_TRUE(writer) << writer.error().to_string();
  ArticleAnalyser analyser;
  for (int i = 0; i < articles; ++i) {
    std::string body = "Iraq";
    for (int j = 0; j < i % 23; ++j) body += i % 3 == 0 ? " troops" : " word" + std::to_string(j);
    const Article article = testing::article("a" + std::to_string(i), body);
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

std::vector<std::string> segments_of(const std::string& directory) {
  std::vector<std::string> segments;
  for (const auto& entry : std::filesystem::directory_iterator(directory + "/segments")) {
    if (entry.is_directory()) segments.push_back(entry.path().string());
  }
  return segments;
}

TEST(BoundsWriter, BothBuildersTellOfTheirLists) {
  for (const BuilderKind kind : {BuilderKind::kGlass, BuilderKind::kXapian}) {
    const TemporaryDirectory directory;
    fill(directory.file("index"), kind, 700, 1);
    const auto segments = segments_of(directory.file("index"));
    ASSERT_EQ(segments.size(), 1U);
    EXPECT_GT(compare(segments.front()), 10U);
  }
}

TEST(BoundsWriter, AFoldedSegmentTellsOfItsLists) {
  const TemporaryDirectory directory;
  fill(directory.file("index"), BuilderKind::kGlass, 900, 2);
  ASSERT_TRUE(compact_index(directory.file("index")));
  const auto segments = segments_of(directory.file("index"));
  ASSERT_EQ(segments.size(), 1U);
  EXPECT_GT(compare(segments.front()), 10U);
}

// The builder's and a reading of the finished database give the same bytes.
TEST(BoundsWriter, AReadingOfTheSegmentGivesTheSameFile) {
  const TemporaryDirectory directory;
  fill(directory.file("index"), BuilderKind::kGlass, 700, 1);
  const std::string path = segments_of(directory.file("index")).front() + "/" + store::kBoundsFile;
  const auto built = read_regular_file(path, 1 << 24);
  std::filesystem::remove(path);
  ASSERT_TRUE(write_bounds(std::filesystem::path(path).parent_path().string()));
  const auto read = read_regular_file(path, 1 << 24);
  ASSERT_TRUE(built && read);
  EXPECT_TRUE(*built == *read);
}

}  // namespace
}  // namespace dateline::indexer::bounds_writer_test
