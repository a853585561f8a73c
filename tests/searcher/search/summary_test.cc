#include "searcher/search/summary.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

class SummaryTest : public ::testing::Test {
 protected:
  SummaryTest() {
    index_.put(
        testing::make_article("a", "Flood, flood, flood", "A flood.", "2020-01-06T23:30:00-05:00"));
    index_.put(testing::make_article("b", "Harbour", "A flood came to the harbour.", "2019-03-01"));
    index_.put(testing::make_article("c", "Road", "After the flood the road.", "2021-07-08"));
    index_.put(testing::make_article("d", "Recipe", "A flood of butter."));
    index_.put(testing::make_article("e", "Cake", "Flour and sugar."));
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }

  QuerySummary of(const std::string& query, const std::string& from = {}) {
    Request request;
    request.query = query;
    request.from = from;
    const auto summary = summary_of(*searcher_, request);
    EXPECT_TRUE(summary) << query;
    return summary.value_or(QuerySummary());
  }

  testing::SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SummaryTest, TellsTotalFirstLastAndBest) {
  const QuerySummary flood = of("flood");
  EXPECT_EQ(flood.query, "flood");
  EXPECT_EQ(flood.total.value, 4U);
  EXPECT_EQ(flood.total.relation, TotalRelation::kExact);
  EXPECT_EQ(flood.first, "2019-03-01");
  EXPECT_EQ(flood.last, "2021-07-08");
  EXPECT_EQ(flood.id, "a");
  EXPECT_EQ(flood.headline, "Flood, flood, flood");
  EXPECT_FALSE(flood.partial);
}

TEST_F(SummaryTest, HasNoDaysWhereNoArticleHasADate) {
  const QuerySummary sugar = of("sugar");
  EXPECT_EQ(sugar.total.value, 1U);
  EXPECT_EQ(sugar.first + sugar.last, "");
  EXPECT_EQ(sugar.id, "e");
}

TEST_F(SummaryTest, OfNothingIsEmpty) {
  const QuerySummary nothing = of("zebra");
  EXPECT_EQ(nothing.total.value, 0U);
  EXPECT_EQ(nothing.first + nothing.last + nothing.id + nothing.headline, "");
}

TEST_F(SummaryTest, ObeysTheRestOfTheRequest) {
  const QuerySummary late = of("flood", "2020");
  EXPECT_EQ(late.total.value, 2U);
  EXPECT_EQ(late.first, "2020-01-06") << "the day in the article's own offset";
}

TEST_F(SummaryTest, AWrongQueryIsAnError) {
  Request request;
  request.query = "flood AND (";
  const auto summary = summary_of(*searcher_, request);
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().code, ErrorCode::kQuery);
}

}  // namespace
}  // namespace dateline::search
