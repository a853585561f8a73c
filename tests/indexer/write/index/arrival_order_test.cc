// Which article stands does not depend on the order in which an agency's words arrive.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/write/index/dry_run.h"
#include "indexer/write/upkeep/backup.h"
#include "indexer/write/upkeep/index_facts.h"
#include "tests/indexer/write/test_articles.h"
#include "tests/indexer/write/writer_fixture.h"

namespace dateline::indexer {
namespace {

using dateline::testing::analysed;
using dateline::testing::article;

AnalysedArticle word(int version, ArticleStatus status = ArticleStatus::kUsable) {
  Article out = article("a", "Version " + std::to_string(version) + ".");
  out.version = {std::to_string(version), true};
  out.status = status;
  return analysed(out, "f" + std::to_string(version));
}

class ArrivalOrderTest : public WriterFixture {
 protected:
  // The versions of the articles that count.
  static std::vector<std::string> versions(const std::string& path) {
    std::vector<std::string> out;
    auto reader = store::IndexReader::open({path});
    if (!reader) return out;
    const Xapian::Database& db = reader->database();
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      if (!reader->is_live(*at)) continue;
      out.push_back(schema::decode_record(db.get_document(*at).get_data())->version.text);
    }
    return out;
  }
};

TEST_F(ArrivalOrderTest, TheLatestVersionStandsInWhateverOrderTheyCome) {
  std::vector<int> order{1, 2, 3};
  do {
    for (const bool commits : {false, true}) {
      const dateline::testing::TemporaryDirectory directory;
      const std::string path = directory.file("index");
      auto writer = IndexWriter::open(path);
      ASSERT_TRUE(writer);
      for (const int version : order) {
        const auto status = version == 2 ? ArticleStatus::kCanceled : ArticleStatus::kUsable;
        ASSERT_TRUE((*writer)->add(word(version, status)));
        if (commits) {
          ASSERT_TRUE((*writer)->commit());
        }
      }
      ASSERT_TRUE((*writer)->finish());
      EXPECT_EQ(versions(path), std::vector<std::string>{"3"});
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(ArrivalOrderTest, AKillIsRememberedByWhatEverIsMadeOfTheIndex) {
  give(word(2, ArticleStatus::kCanceled));
  give(analysed(article("b")));
  give(analysed(article("c")));
  {
    auto writer = open();
    EXPECT_EQ(writer->remove_id("b"), 1U);
    ASSERT_TRUE(writer->compact());
  }
  const std::string copy = directory_.file("copy");
  ASSERT_TRUE(back_up(path_, copy));
  for (const std::string& path : {path_, copy}) {
    auto writer = IndexWriter::open(path);
    ASSERT_TRUE(writer);
    EXPECT_EQ((*writer)->add(word(1)), AddOutcome::kOutdated);
    EXPECT_EQ((*writer)->articles(), 2U);
    EXPECT_EQ((*writer)->add(word(3)), AddOutcome::kReplaced);
    ASSERT_TRUE((*writer)->commit());
    EXPECT_EQ((*writer)->articles(), 2U);
  }
}

TEST_F(ArrivalOrderTest, WhatComesTooLateChangesNothing) {
  give(word(3));
  const auto before = index_facts(path_);
  auto writer = open();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(writer->add(word(1)), AddOutcome::kOutdated);
  EXPECT_EQ(writer->has_unchanged("f1"), false);
  EXPECT_EQ(writer->has_unchanged("f3"), true);
  ASSERT_TRUE(writer->finish());
  EXPECT_EQ(index_facts(path_)->revision, before->revision);
  EXPECT_EQ(index_facts(path_)->bytes, before->bytes);
  EXPECT_EQ(writer->add(word(4)), AddOutcome::kReplaced) << "and the writer goes on";
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(stored(), Ids{"a"});
}

// What is not taken is held until the segment ends: it must end, though nothing has changed.
TEST_F(ArrivalOrderTest, ManyThatComeTooLateEndTheirSegment) {
  give(word(3));
  WriterOptions options;
  options.commit_interval = std::chrono::seconds(0);
  auto writer = open(options);
  const auto ticket = writer->admit();
  auto prepared = writer->prepare(0, *ticket, word(1));
  ASSERT_TRUE(prepared);
  EXPECT_EQ(writer->take(std::move(*prepared)), AddOutcome::kOutdated);
  EXPECT_TRUE(writer->wants_commit());
  ASSERT_TRUE(writer->commit());
  EXPECT_FALSE(writer->wants_commit());
}

TEST_F(ArrivalOrderTest, ADryRunTellsThemApartToo) {
  give(word(2));
  auto dry = DryRun::open(path_);
  ASSERT_TRUE(dry);
  EXPECT_EQ((*dry)->add(word(1)), AddOutcome::kOutdated);
  EXPECT_EQ((*dry)->add(word(4)), AddOutcome::kReplaced);
  EXPECT_EQ((*dry)->add(word(3)), AddOutcome::kOutdated);
  EXPECT_EQ((*dry)->articles(), 1U);
}

}  // namespace
}  // namespace dateline::indexer
