#include "searcher/search/feedback/lift.h"

#include <gtest/gtest.h>

#include <map>

#include "searcher/search/matching/ranking.h"
#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

class LiftTest : public ::testing::Test {
 protected:
  // Three shards, of three, two and one articles: in the whole these are 1 4 7, 2 5 and 3.
  LiftTest() {
    for (unsigned shard = 0; shard < 3; ++shard) {
      Xapian::WritableDatabase written(directory_.file(std::to_string(shard)),
                                       Xapian::DB_CREATE_OR_OPEN);
      for (unsigned i = shard; i < 3; ++i) {
        Xapian::Document document;
        document.add_term("word");
        if (i == 2) document.add_term("rare");
        written.add_document(document);
      }
      written.commit();
      whole_.add_database(Xapian::Database(directory_.file(std::to_string(shard))));
    }
  }

  std::map<Xapian::docid, double> scores(const Xapian::Query& query) {
    Xapian::Enquire enquire(whole_);
    apply_weighting(enquire);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, 100);
    std::map<Xapian::docid, double> out;
    for (auto at = found.begin(); at != found.end(); ++at) out[*at] = at.get_weight();
    return out;
  }

  testing::TemporaryDirectory directory_;
  Xapian::Database whole_;
};

TEST_F(LiftTest, AddsItsExtraToEachArticleOfTheListInWhicheverShardItIs) {
  const Xapian::Query word("word");
  const auto before = scores(word);
  ASSERT_EQ(before.size(), 6U);
  const Extras extras{{7, 3}, {2, 0.5}, {3, 2}, {1, 1}};
  const auto after = scores(lifting(word, whole_, extras, "test"));
  ASSERT_EQ(after.size(), 6U) << "it finds the same";
  std::map<Xapian::docid, double> expected = before;
  for (const auto& [document, extra] : extras) expected[document] += extra;
  for (const auto& [document, score] : expected) {
    EXPECT_NEAR(after.at(document), score, 1e-9) << document;
  }
}

TEST_F(LiftTest, WhatTheQueryDoesNotFindIsNotFoundForItsExtra) {
  const auto found = scores(lifting(Xapian::Query("rare"), whole_, {{1, 100}, {7, 1}}, "test"));
  EXPECT_FALSE(found.contains(1));
  EXPECT_TRUE(found.contains(7));
}

// Xapian leaves out what cannot reach the page: the extra has to count there.
TEST_F(LiftTest, TheBestOneIsFoundWhereOnlyOneIsAskedFor) {
  for (const Xapian::docid best : {1U, 2U, 3U, 4U, 5U, 7U}) {
    Xapian::Enquire enquire(whole_);
    apply_weighting(enquire);
    enquire.set_query(lifting(Xapian::Query("word"), whole_, {{best, 5}}, "test"));
    EXPECT_EQ(*enquire.get_mset(0, 1).begin(), best);
  }
}

TEST_F(LiftTest, NoExtrasLeaveTheQueryAsItIs) {
  const Xapian::Query word("word");
  EXPECT_EQ(lifting(word, whole_, {}, "test").get_description(), word.get_description());
}

TEST_F(LiftTest, TellsPeopleWhatTheExtraIsFor) {
  const auto query = lifting(Xapian::Query("word"), whole_, {{1, 1}}, "like others");
  EXPECT_NE(query.get_description().find("like others"), std::string::npos);
}

}  // namespace
}  // namespace dateline::search
