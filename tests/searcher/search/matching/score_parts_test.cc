#include "searcher/search/matching/score_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "searcher/search/matching/ranking.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

using Xapian::Query;

struct Name {
  const char* term;
  const char* described;
};

class DescribeTermTest : public ::testing::TestWithParam<Name> {};

TEST_P(DescribeTermTest, SaysFieldAndStem) {
  EXPECT_EQ(describe_term(GetParam().term), GetParam().described);
}

INSTANTIATE_TEST_SUITE_P(Terms, DescribeTermTest,
                         ::testing::Values(Name{"iraq", "body: iraq"}, Name{"Ziraq", "stem iraq"},
                                           Name{"Siraq", "headline: iraq"},
                                           Name{"ZSiraq", "headline: stem iraq"},
                                           Name{"XEPVmark esper", "person: mark esper"},
                                           Name{"D20200106", "published: 20200106"},
                                           Name{"Len", "language: en"}, Name{"XQQ?", "XQQ?"},
                                           Name{"", "body: "}));

// Queries of every shape, over words that the article has (flood, road, night) and has not.
std::vector<Query> shapes() {
  const Query flood("Zflood");
  const Query road("Zroad");
  const Query night("Znight");
  const Query absent("Zabsent");
  return {
      flood,
      flood | road,
      flood & road,
      flood | absent,
      // A branch that does not match as a whole gives nothing, though a part of it would.
      flood | (road & absent),
      Query(Query::OP_AND_NOT, flood, absent),
      Query(Query::OP_AND_MAYBE, flood, road),
      Query(Query::OP_FILTER, flood, night),
      Query(Query::OP_SCALE_WEIGHT, flood, 3) | road,
      Query(Query::OP_SYNONYM, flood, absent),
      Query(Query::OP_MAX, flood, road),
      Query(Query::OP_SCALE_WEIGHT, flood | (road & absent), 0.5) | night,
      Query(
          Query::OP_SCALE_WEIGHT,
          Query(Query::OP_AND_NOT, Query(Query::OP_PHRASE, Query("flood"), Query("came")), absent),
          0.5),
      Query(Query::OP_PHRASE, Query("flood"), Query("came")) | road,
      Query(Query::OP_OR, flood, flood),
      Query(""),
  };
}

class ScorePartsTest : public ::testing::Test {
 protected:
  ScorePartsTest() {
    index_.put(testing::make_article("it", "Flood on the road", "The flood came at night."));
    index_.put(testing::make_article("other", "Absent", "A road is absent here."));
    index_.put(testing::make_article("third", "Night", "Night and day and flood."));
    index_.close();
    db_ = Xapian::Database(index_.place());
  }

  double ranked_score(const Query& query, const std::string& id_term) const {
    Xapian::Enquire enquire(db_);
    enquire.set_query(query);
    apply_ranking(enquire, Sort::kRelevance);
    const Xapian::docid wanted = *db_.postlist_begin(id_term);
    const Xapian::MSet found = enquire.get_mset(0, 10);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      if (*hit == wanted) return hit.get_weight();
    }
    return 0;
  }

  testing::SmallIndex index_;
  Xapian::Database db_;
  const Query article_{"Qit"};
  const std::function<bool()> in_time_ = [] { return false; };
};

TEST_F(ScorePartsTest, PartsSumToTheScoreThatRankingGave) {
  for (const Query& query : shapes()) {
    const ArticleScore score = score_in_parts(db_, query, article_, in_time_);
    double sum = 0;
    for (const ScorePart& part : score.parts) {
      sum += part.value;
      EXPECT_NE(part.what, "rest") << query.get_description();
    }
    EXPECT_NEAR(score.score, ranked_score(query, "Qit"), 1e-9) << query.get_description();
    EXPECT_NEAR(sum, score.score, 1e-9) << query.get_description();
  }
}

TEST_F(ScorePartsTest, PartsAreNamedAndTheGreatestComesFirst) {
  const auto parts =
      score_in_parts(db_, Query("Zflood") | Query("ZSflood"), article_, in_time_).parts;
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_GE(parts[0].value, parts[1].value);
  EXPECT_THAT((std::vector<std::string>{parts[0].what, parts[1].what}),
              ::testing::UnorderedElementsAre("headline: stem flood", "stem flood"));
}

TEST_F(ScorePartsTest, WhatIsScaledAsAWholeIsToldByItsParts) {
  const Query phrase(Query::OP_PHRASE, Query("flood"), Query("came"));
  const auto parts =
      score_in_parts(db_, Query(Query::OP_SCALE_WEIGHT, phrase, 0.5), article_, in_time_).parts;
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_THAT((std::vector<std::string>{parts[0].what, parts[1].what}),
              ::testing::UnorderedElementsAre("body: flood", "body: came"));
}

TEST_F(ScorePartsTest, AnArticleThatDoesNotMatchHasNone) {
  const ArticleScore score =
      score_in_parts(db_, Query("Zflood") & Query("Zabsent"), article_, in_time_);
  EXPECT_EQ(score.score, 0);
  EXPECT_TRUE(score.parts.empty());
}

TEST_F(ScorePartsTest, WhatTimeDoesNotAllowToWeighIsRest) {
  int asked = 0;
  const std::function<bool()> soon = [&] { return ++asked > 2; };
  const ArticleScore score = score_in_parts(db_, Query("Zflood") | Query("Zroad"), article_, soon);
  ASSERT_FALSE(score.parts.empty());
  EXPECT_EQ(score.parts.back().what, "rest");
  EXPECT_NEAR(score.parts.back().value, score.score, 1e-9);
}

}  // namespace
}  // namespace dateline::search
