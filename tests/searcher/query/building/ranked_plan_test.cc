#include "searcher/query/building/ranked_plan.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::query::ranked_plan_test {
namespace {

using Kind = Plan::Kind;

const schema::Field* in_field(schema::FieldId id) { return &schema::field(id); }

Plan stem(const std::string& text, const schema::Field* where = nullptr) {
  return make_leaf(Kind::kStem, where, {text});
}

std::string terms_in(const Plan& plan, const WeightOfWord& weight_of_word = {}) {
  const auto terms = ranked_terms_of(plan, {}, weight_of_word);
  if (!terms) return "none";
  std::string text;
  for (const RankedTerm& one : *terms) {
    text += one.term + "*" + std::to_string(one.factor).substr(0, 4) + " ";
  }
  return text;
}

TEST(RankedPlan, AWordIsItsStemsTerm) { EXPECT_EQ(terms_in(stem("troop")), "Ztroop*1.00 "); }

TEST(RankedPlan, AlternativesAreTermsTogetherWithTheirWeights) {
  const Plan plan = make_list(
      Kind::kOr,
      {stem("troop"), make_weight(stem("iraq"), 2),
       make_weight(make_list(Kind::kOr, {stem("gulf"), make_weight(stem("oil"), 2)}), 3)});
  EXPECT_EQ(terms_in(plan), "Ztroop*1.00 Ziraq*2.00 Zgulf*3.00 Zoil*6.00 ");
}

TEST(RankedPlan, AFormStandsInThreeFields) {
  EXPECT_EQ(terms_in(make_leaf(Kind::kForms, nullptr, {"walked"})).substr(0, 12), "Swalked*1.00");
}

TEST(RankedPlan, WhatAWordTellsMultipliesItsWeightButAStopWordTellsNothing) {
  const WeightOfWord half = [](const std::vector<std::string>&) { return 0.5; };
  EXPECT_EQ(terms_in(make_weight(stem("troop"), 3), half), "Ztroop*1.50 ");
  Plan stop = make_weight(stem("the"), 0.3);
  stop.dispensable = true;
  EXPECT_EQ(terms_in(stop, half), "Zthe*0.30 ");
  EXPECT_EQ(terms_in(stem("troop", in_field(schema::FieldId::kHeadline)), half), "ZStroop*1.00 ");
}

TEST(RankedPlan, WhatIsMoreThanTermsIsNone) {
  EXPECT_EQ(terms_in(stem("troop", in_field(schema::FieldId::kBody))), "none");
  EXPECT_EQ(terms_in(make_list(Kind::kAnd, {stem("a"), stem("b")})), "none");
  EXPECT_EQ(terms_in(make_list(Kind::kOr, {stem("a"), make_list(Kind::kAnd, {stem("b")})})),
            "none");
  EXPECT_EQ(terms_in(make_leaf(Kind::kForms, nullptr, {"walk", "walked"})), "none");
  EXPECT_EQ(terms_in(make_weight(stem("a"), 0)), "none");
  Plan spellings = make_leaf(Kind::kStem, nullptr, {"color", "colour"});
  EXPECT_NE(terms_in(spellings), "none");
  std::vector<Plan> many(kMostRankedTogether, stem("a"));
  EXPECT_NE(terms_in(make_list(Kind::kOr, many)), "none");
  many.push_back(stem("a"));
  EXPECT_EQ(terms_in(make_list(Kind::kOr, many)), "none");
  spellings.as_one = true;
  EXPECT_EQ(terms_in(spellings), "none");
}

TEST(RankedPlan, ConjunctionsOfWordsAreRankedByTerms) {
  const Plan either = make_list(Kind::kOr, {stem("a"), stem("b")});
  const Plan denied = make_list(Kind::kNot, {stem("c")});
  EXPECT_TRUE(is_ranked_by_terms(stem("a")));
  EXPECT_TRUE(is_ranked_by_terms(either));
  EXPECT_TRUE(is_ranked_by_terms(make_list(Kind::kAnd, {stem("a"), either, denied})));
  EXPECT_TRUE(is_ranked_by_terms(make_weight(make_list(Kind::kAnd, {stem("a"), either}), 2)));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kAnd, {denied}))) << "nothing is weighed";
  EXPECT_FALSE(is_ranked_by_terms(make_weight(stem("a"), 0)));
}

TEST(RankedPlan, WhatXapianWouldMakeAnOrOfIsNot) {
  const Plan phrase = make_list(Kind::kPhrase, {make_leaf(Kind::kForms, nullptr, {"a"}),
                                                make_leaf(Kind::kForms, nullptr, {"b"})});
  const Plan both = make_list(Kind::kAnd, {stem("a"), stem("b")});
  EXPECT_FALSE(is_ranked_by_terms(phrase));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kAnd, {phrase, stem("a")})));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kOr, {both, stem("c")})));
  EXPECT_FALSE(is_ranked_by_terms(
      make_list(Kind::kOr, {stem("a"), stem("b", in_field(schema::FieldId::kBody))})));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kMaybe, {stem("a"), stem("the")})));
}

}  // namespace
}  // namespace dateline::query::ranked_plan_test
