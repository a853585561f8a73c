// What is offered in the place of a query that finds nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query/revision/relaxation.h"
#include "searcher/query/revision/respelling.h"
#include "tests/searcher/query/small_index.h"

namespace dateline::query::revision_test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

SmallIndex& archive() {
  static SmallIndex index = [] {
    std::vector<SmallArticle> articles;
    for (int i = 0; i < 200; ++i) {
      articles.push_back({.headline = "Troops leave Iraq",
                          .body = "The government said that troops walked home",
                          .source = "The Guardian",
                          .persons = {"Mark Esper"}});
    }
    articles.push_back({.headline = "A trops", .body = "Erdoğan met Troup and the goverment"});
    return SmallIndex(articles);
  }();
  return index;
}

std::vector<std::string> respelled(std::string_view query, Match match = Match::kAll) {
  QueryOptions options;
  options.match = match;
  Vocabulary vocabulary(archive().db());
  std::vector<std::string> out;
  for (const Revision& one : respellings(query, options, vocabulary)) out.push_back(one.query);
  return out;
}

std::string best(std::string_view query) {
  const auto all = respelled(query);
  return all.empty() ? std::string() : all.front();
}

struct Case {
  std::string_view query;
  std::string_view best;
};

class Respelling : public ::testing::TestWithParam<Case> {};

TEST_P(Respelling, KeepsTheQueryButForTheWordThatIsWrong) {
  EXPECT_EQ(best(GetParam().query), GetParam().best) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Respelling,
    ::testing::Values(
        Case{"tropps", "troops"}, Case{"Irak troops", "Iraq troops"},
        Case{"irqa", "iraq"},            // neighbours swapped
        Case{"raq", "iraq"},             // a letter missing
        Case{"govrnmnt", "government"},  // two errors in a long word
        Case{"erdogn", "erdogan"},       // accents count nothing
        Case{"\"tropps leave\"", "\"troops leave\""}, Case{"“leave irak”~3", "\"leave iraq\"~3"},
        Case{"headline:tropps^2 -syria", "headline:troops^2 -syria"},
        Case{"headline:(leave OR tropps)", "headline:(leave OR troops)"},
        Case{"person:\"mark espre\"", "person:\"mark esper\""}, Case{"entity:espr", "entity:esper"},
        Case{"source:gardian", "source:guardian"},
        Case{"=tropps ADJ/2 leave", "=troops ADJ/2 leave"},
        Case{"troopsleave", "troops leave"},    // a run-on
        Case{"trops", "troops"},                // the index has it, but one word in a hundred
        Case{"iraq", ""}, Case{"walking", ""},  // words of the index, in any inflection
        Case{"xy", ""}, Case{"tropp* iraq", ""}, Case{"tropps~", ""}, Case{"iraq NOT tropps", ""},
        Case{"date:2020 lang:enn", ""}, Case{"the irag", "the iraq"}, Case{"\"", ""},
        Case{"(tropps", ""}));

TEST(Respelling, ManyWrongWordsAreOfferedInAHandfulOfWays) {
  EXPECT_EQ(best("goverment tropps irak"), "government troops iraq");
  EXPECT_LE(respelled("goverment tropps irak leav walke espar").size(), 6U);
}

TEST(Respelling, AQueryAtItsBoundsIsLookedAtInPart) {
  std::string longest;
  while (longest.size() < kMaxQueryBytes - 20) longest += "tropps ";
  EXPECT_LE(respelled(longest).size(), 6U);
}

std::vector<std::string> relaxed(std::string_view query) {
  std::vector<std::string> out;
  for (const Revision& one : relaxations(query, QueryOptions{})) {
    out.push_back(one.change + ": " + one.query);
  }
  return out;
}

TEST(Relaxing, LeavesOutOnePartAtATimeAndThenTakesAny) {
  EXPECT_THAT(relaxed("iraq \"onward troops\" -iran"),
              ElementsAre("the words of “onward troops” anywhere: iraq (onward troops) -iran",
                          "without “iraq”: \"onward troops\" -iran",
                          "without “\"onward troops\"”: iraq -iran",
                          "without “-iran”: iraq \"onward troops\""));
  EXPECT_THAT(relaxed("a1 AND b2 c3"),
              ElementsAre("without “a1”: b2 c3", "without “b2”: a1 c3", "without “c3”: a1 AND b2",
                          "any of these: a1 OR b2 OR c3"));
}

TEST(Relaxing, APhraseAloneIsTakenApartToItsWords) {
  EXPECT_THAT(relaxed("\"onward to the troops\""),
              ElementsAre("the words of “onward to the troops” anywhere: (onward to the troops)",
                          "any of these: onward OR troops"));
  EXPECT_THAT(relaxed("headline:\"onward troops\""),
              ElementsAre("the words of “onward troops” anywhere: headline:(onward troops)"));
}

TEST(Relaxing, StopWordsStayOptional) {
  EXPECT_THAT(relaxed("the iraq war"), Contains("any of these: iraq OR war"));
}

TEST(Relaxing, WordsInQuotesBecomeNoOperators) {
  EXPECT_THAT(relaxed("\"war AND peace\""),
              ElementsAre("the words of “war AND peace” anywhere: (war and peace)",
                          "any of these: war OR peace"));
  EXPECT_THAT(relaxed("\"9:30 sharp\""), IsEmpty());
}

TEST(Relaxing, OneWordOrADateHasNothingToGive) {
  EXPECT_THAT(relaxed("iraq"), IsEmpty());
  EXPECT_THAT(relaxed("date:\"6 jan 2020\""), IsEmpty());
  EXPECT_THAT(relaxed("iraq OR iran"), IsEmpty());
  EXPECT_THAT(relaxed("(iraq"), IsEmpty());
}

TEST(Relaxing, WhatIsOfferedIsUnderstood) {
  for (const std::string_view query : {"a1 b2 NOT c3", "+a1 b2", "headline:(a b) x^2 \"c d\"~4",
                                       "a1 NEAR/3 \"b c\" d4", "(a1 OR b2) date:2020 “c d”"}) {
    for (const Revision& one : relaxations(query, QueryOptions{})) {
      archive().compiled(one.query);
      EXPECT_FALSE(::testing::Test::HasFailure()) << query << " → " << one.query;
    }
  }
}

}  // namespace
}  // namespace dateline::query::revision_test
