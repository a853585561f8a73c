#include "training/ranking/judged_collection.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::training {
namespace {

TEST(JudgedQuery, IsANumberWordsAndJudgements) {
  const auto query = judged_query_from("7\trejection of aid\t12:1 a:b:2");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->text, "rejection of aid");
  EXPECT_EQ(query->gains, (std::map<std::string, double>{{"12", 1}, {"a:b", 2}}));
}

TEST(JudgedQuery, AnythingElseIsRefused) {
  for (const char* const wrong : {"", "7\twords", "7\twords\t12", "7\twords\t12:0",
                                  "7\twords\t12:x", "7\twords\t", "7\ta\tb:1\tc"}) {
    const auto query = judged_query_from(wrong);
    ASSERT_FALSE(query) << wrong;
    EXPECT_EQ(query.error().code, ErrorCode::kInvalidInput) << wrong;
  }
}

// The same example as in bench/quality/measures.py: a and b are relevant, x and y are not.
TEST(Ndcg, IsTheShareOfTheBestOrdersDiscountedGains) {
  const std::map<std::string, double> gains{{"a", 1}, {"b", 1}};
  EXPECT_NEAR(ndcg({"x", "a", "y", "b"}, gains), 0.65, 0.005);
  EXPECT_DOUBLE_EQ(ndcg({"b", "a"}, gains), 1);
  EXPECT_DOUBLE_EQ(ndcg({}, gains), 0);
  EXPECT_DOUBLE_EQ(ndcg({"a"}, {}), 0);
}

TEST(Ndcg, WhatStandsBehindTheTenthCountsForNothing) {
  std::vector<std::string> ranked(10, "x");
  ranked.push_back("a");
  EXPECT_DOUBLE_EQ(ndcg(ranked, {{"a", 1}}), 0);
}

TEST(JudgedCollection, AFolderWithoutQueriesIsNone) {
  const auto opened = JudgedCollection::open("none", "/nowhere");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::training
