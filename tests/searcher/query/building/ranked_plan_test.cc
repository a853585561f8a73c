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
  EXPECT_TRUE(is_ranked_by_terms(stem("a"), false));
  EXPECT_TRUE(is_ranked_by_terms(either, false));
  EXPECT_TRUE(is_ranked_by_terms(make_list(Kind::kAnd, {stem("a"), either, denied}), false));
  EXPECT_TRUE(
      is_ranked_by_terms(make_weight(make_list(Kind::kAnd, {stem("a"), either}), 2), false));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kAnd, {denied}), false)) << "nothing is weighed";
  EXPECT_FALSE(is_ranked_by_terms(make_weight(stem("a"), 0), false));
}

TEST(RankedPlan, WhatXapianWouldMakeAnOrOfIsNot) {
  const Plan phrase = make_list(Kind::kPhrase, {make_leaf(Kind::kForms, nullptr, {"a"}),
                                                make_leaf(Kind::kForms, nullptr, {"b"})});
  const Plan both = make_list(Kind::kAnd, {stem("a"), stem("b")});
  EXPECT_FALSE(is_ranked_by_terms(phrase, false));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kAnd, {phrase, stem("a")}), false));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kOr, {both, stem("c")}), false));
  EXPECT_FALSE(is_ranked_by_terms(
      make_list(Kind::kOr, {stem("a"), stem("b", in_field(schema::FieldId::kBody))}), false));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kMaybe, {stem("a"), stem("the")}), false));
}

Plan phrase(std::vector<std::string> words) {
  std::vector<Plan> children;
  for (std::string& word : words) {
    children.push_back(make_leaf(Kind::kForms, nullptr, {std::move(word)}));
  }
  return make_list(Kind::kPhrase, std::move(children));
}

TEST(RankedPlan, APhraseIsItsWordsInEachField) {
  const auto places = ranked_phrase_of(phrase({"white", "house"}), {true, 2});
  ASSERT_TRUE(places);
  ASSERT_EQ(places->size(), 3U);
  EXPECT_EQ(places->front().front().term, "Swhite");
  EXPECT_EQ(places->front().back().term, "Shouse");
  EXPECT_EQ(places->front().back().factor, 2);
  Plan in_body = phrase({"white", "house"});
  in_body.field = in_field(schema::FieldId::kBody);
  ASSERT_EQ(ranked_phrase_of(in_body, {})->size(), 1U);
  EXPECT_EQ(ranked_phrase_of(in_body, {})->front().front().term, "white");
}

TEST(RankedPlan, WhatIsMoreThanAPhraseIsNone) {
  Plan compound = phrase({"back", "up"});
  compound.compound = true;
  EXPECT_FALSE(ranked_phrase_of(compound, {}));
  Plan near = phrase({"a", "b"});
  near.kind = Kind::kNear;
  EXPECT_FALSE(ranked_phrase_of(near, {}));
  Plan forms = phrase({"a", "b"});
  forms.children[0].texts.push_back("c");
  EXPECT_FALSE(ranked_phrase_of(forms, {}));
  Plan source = phrase({"a", "b"});
  source.field = in_field(schema::FieldId::kSource);
  EXPECT_FALSE(ranked_phrase_of(source, {}));
  EXPECT_FALSE(ranked_phrase_of(phrase(std::vector<std::string>(kMostRankedTogether, "a")), {}));
}

TEST(RankedPlan, ConjunctionsOfPhrasesAreRankedWhereThatIsAskedFor) {
  const Plan plan = make_list(Kind::kAnd, {phrase({"a", "b"}), stem("c")});
  EXPECT_TRUE(is_ranked_by_terms(plan, true));
  EXPECT_FALSE(is_ranked_by_terms(plan, false));
  EXPECT_FALSE(is_ranked_by_terms(make_list(Kind::kOr, {phrase({"a", "b"}), stem("c")}), true))
      << "Xapian would make an OR of it";
}

}  // namespace
}  // namespace dateline::query::ranked_plan_test
