// What is written → the tree, fully bracketed.
#include "searcher/query/language/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/describe.h"
#include "searcher/query/query.h"

namespace dateline::query::parser_test {
namespace {

struct Case {
  std::string_view query;
  std::string_view tree;
};

std::string tree_of(std::string_view text, Match match = Match::kAll) {
  const auto parsed = parse(text, match);
  if (!parsed) return describe(text, parsed.error());
  return parsed->tree ? print(*parsed->tree) : "";
}

void expect_trees(const std::vector<Case>& cases, Match match) {
  for (const Case& row : cases) {
    EXPECT_EQ(tree_of(row.query, match), row.tree) << row.query;
    // The printed form means the same: nothing is lost in it.
    EXPECT_EQ(tree_of(row.tree, match), row.tree) << row.query;
  }
}

TEST(Parser, WordsBesideEachOtherAreAllMeant) {
  expect_trees({{"iraq", "iraq"},
                {"  iraq  troops ", "(iraq AND troops)"},
                {"iraq AND troops", "(iraq AND troops)"},
                {"a b AND c d", "(a AND b AND c AND d)"},
                {"", ""},
                {"   ", ""},
                {"*", "*"}},
               Match::kAll);
}

TEST(Parser, NotBindsTightestThenAndThenOr) {
  expect_trees({{"a OR b c", "(a OR (b AND c))"},
                {"a b OR c d", "((a AND b) OR (c AND d))"},
                {"a AND b OR c", "((a AND b) OR c)"},
                {"NOT a b", "(NOT a AND b)"},
                {"a NOT b OR c", "((a AND NOT b) OR c)"},
                {"a AND NOT b", "(a AND NOT b)"},
                {"a OR NOT b", "(a OR NOT b)"},
                {"NOT (a b)", "NOT (a AND b)"},
                {"NOT NOT a", "a"},
                {"NOT NOT NOT a", "NOT a"},
                {"+-a b", "(NOT a AND b)"},
                {"b -+a", "(b AND NOT a)"},
                {"b --a", "(b AND a)"},
                {"NOT a NEAR/3 b", "NOT (a NEAR/3 b)"},
                {"(a OR b) c", "((a OR b) AND c)"},
                {"((a))", "a"},
                {"a(b OR c)d", "(a AND (b OR c) AND d)"}},
               Match::kAll);
}

TEST(Parser, WithMatchAnyAdjacencyBindsLikeOr) {
  expect_trees({{"a b c", "(a OR b OR c)"},
                {"a b AND c", "(a OR (b AND c))"},
                {"a AND b c", "((a AND b) OR c)"},
                {"a OR b c", "(a OR b OR c)"},
                {"+a b c", "(+a OR b OR c)"},
                {"a b -c", "((a OR b) AND NOT c)"},
                {"a NOT c b", "((a OR b) AND NOT c)"},
                {"-c", "NOT c"},
                {"a OR NOT c", "(a OR NOT c)"},
                {"(a b) AND c", "((a OR b) AND c)"}},
               Match::kAny);
}

TEST(Parser, SignsAreOperatorsOnlyBeforeAWord) {
  expect_trees({{"+a -b", "(+a AND NOT b)"},
                {"a -\"b c\"", "(a AND NOT \"b c\")"},
                {"a -(b OR c)", "(a AND NOT (b OR c))"},
                {"-headline:a b", "(NOT headline:a AND b)"},
                {"a - b", "(a AND b)"},
                {"a -- b", "(a AND b)"},
                {"a --b", "(a AND b)"},
                {"non-binding", "non-binding"},
                {"C++ F-35", "(C++ AND F-35)"},
                {"(+a) b", "((+a) AND b)"}},
               Match::kAll);
}

TEST(Parser, OperatorsAreInCapitalsAndStandAlone) {
  expect_trees({{"a and b or not c", "(a AND and AND b AND or AND not AND c)"},
                {"And Or", "(And AND Or)"},
                {"AND/OR x", "(AND/OR AND x)"},
                {"\"AND\"", "\"AND\""},
                {"\"a AND / b\"", "\"a AND / b\""},
                {"R&D AT&T", "(R&D AND AT&T)"},
                {"headline:AND", "headline:AND"}},
               Match::kAll);
}

TEST(Parser, PhrasesTakeADistance) {
  expect_trees({{"\"onward movement\"", "\"onward movement\""},
                {"\"troops iraq\"~5", "\"troops iraq\"~5"},
                {"\"a\" \"b\"", "(\"a\" AND \"b\")"},
                {"\"  a b  \"", "\"a b\""},
                {"=\"a b\"", "\"a b\""}},
               Match::kAll);
}

TEST(Parser, NearAndAdjTakeWordsPhrasesWildcardsAndAlternatives) {
  expect_trees({{"a NEAR/8 b", "(a NEAR/8 b)"},
                {"a ADJ/3 b", "(a ADJ/3 b)"},
                {"a NEAR b", "(a NEAR/10 b)"},
                {"a NEAR/3 b NEAR/3 c", "(a NEAR/3 b NEAR/3 c)"},
                {"\"a b\" NEAR/3 c*", "(\"a b\" NEAR/3 c*)"},
                {"a ADJ/2 (b OR \"c d\")", "(a ADJ/2 (b OR \"c d\"))"},
                {"a NEAR/2 b c", "((a NEAR/2 b) AND c)"},
                {"headline:a NEAR/2 headline:b", "headline:(a NEAR/2 b)"},
                {"headline:(a NEAR/2 b)", "headline:(a NEAR/2 b)"},
                {"(a NEAR/2 b)^3", "(a NEAR/2 b)^3"}},
               Match::kAll);
}

TEST(Parser, FieldsTakeAWordAPhraseAWildcardOrAGroup) {
  expect_trees({{"headline:esper", "headline:esper"},
                {"HEADLINE:esper", "headline:esper"},
                {"title:esper", "headline:esper"},
                {"headline:\"a b\"~3", "headline:\"a b\"~3"},
                {"headline:(esper OR milley)", "headline:(esper OR milley)"},
                {"headline:(a b) c", "(headline:(a AND b) AND c)"},
                {"by:smith~", "by:smith~"},
                {"person:\"Mark Esper\"", "person:\"Mark Esper\""},
                {"entity:un", "entity:un"},
                {"date:2019..2020-03", "date:2019..2020-03"},
                {"date:..2019", "date:..2019"},
                {"lang:en-GB", "lang:en-GB"},
                {"url:https://x.org/a_(b)?q=1", "url:https://x.org/a_(b)?q=1"},
                {"(url:x.org/a)", "url:x.org/a"},
                {"id:urn:x:1", "id:urn:x:1"},
                {"date:2020-01-06 tag:war", "(date:2020-01-06 AND tag:war)"}},
               Match::kAll);
}

TEST(Parser, AColonBeforeASpaceOrInANumberIsPunctuation) {
  expect_trees({{"Iraq: the war", "(Iraq: AND the AND war)"},
                {"at 9:30", "(at AND 9:30)"},
                {"http://x.org/a", "http://x.org/a"},
                {"is this it:", "(is AND this AND it:)"}},
               Match::kAll);
}

TEST(Parser, WordsTakeExactFuzzyAndWeight) {
  expect_trees({{"=walked", "=walked"},
                {"Soleimani~", "Soleimani~"},
                {"Soleimani~1", "Soleimani~1"},
                {"x^3", "x^3"},
                {"\"a b\"^0.5", "\"a b\"^0.5"},
                {"(a OR b)^2 c", "((a OR b)^2 AND c)"},
                {"headline:x^3", "headline:x^3"},
                {"Soleimani~1^2", "Soleimani~1^2"},
                {"elect* organi?ation *gate", "(elect* AND organi?ation AND *gate)"}},
               Match::kAll);
}

TEST(Parser, TypographicSignsWorkAsPlainOnes) {
  EXPECT_EQ(tree_of("“onward movement”"), "\"onward movement\"");
  EXPECT_EQ(tree_of("„onward movement“"), "\"onward movement\"");
  EXPECT_EQ(tree_of("«onward movement»"), "\"onward movement\"");
  EXPECT_EQ(tree_of("iraq –iran"), "(iraq AND NOT iran)");
  EXPECT_EQ(tree_of("iraq — iran"), "(iraq AND iran)");
  EXPECT_EQ(tree_of("date:2019…2020"), "date:2019...2020");
  EXPECT_EQ(tree_of("iraq\xC2\xA0troops"), "(iraq AND troops)");
}

TEST(Parser, AnUnclosedQuoteAtTheEndIsRepairedAndSaid) {
  const auto parsed = parse("iraq \"onward movement", Match::kAll);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(print(*parsed->tree), "(iraq AND \"onward movement\")");
  ASSERT_EQ(parsed->notices.size(), 1U);
  EXPECT_EQ(parsed->notices[0].code, "quote-closed");
}

TEST(Parser, AFieldsNameBeforeASpaceIsReadAsAWordAndSaid) {
  const auto parsed = parse("headline: esper", Match::kAll);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(print(*parsed->tree), "(headline: AND esper)");
  ASSERT_EQ(parsed->notices.size(), 1U);
  EXPECT_EQ(parsed->notices[0].code, "colon-space");
}

}  // namespace
}  // namespace dateline::query::parser_test
