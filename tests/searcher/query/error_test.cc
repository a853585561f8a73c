// Wrong queries → the message that a user sees: caret, what is wrong, what to type instead.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "searcher/query/describe.h"
#include "searcher/query/query.h"

namespace dateline::query::error_test {
namespace {

std::string error_of(std::string_view text) {
  static const FixedClock kClock{std::chrono::sys_days{std::chrono::year(2020) / 1 / 6}};
  QueryOptions options;
  options.clock = &kClock;
  const Xapian::Database empty(std::string(), Xapian::DB_BACKEND_INMEMORY);
  const auto compiled = compile(text, options, empty);
  return compiled ? "no error: " + compiled->parsed : describe(text, compiled.error());
}

struct Case {
  std::string_view query;
  std::string_view shown;
};

constexpr Case kCases[] = {
    {"(iraq OR iran", "(iraq OR iran\n^\nthis bracket is never closed\nput ) where the group ends"},
    {"iraq)",
     "iraq)\n    ^\nthis bracket closes nothing\nremove it, or put ( where the group begins"},
    {"iraq ()",
     "iraq ()\n     ^\nthere is nothing between these brackets\nwrite words between them"},
    {"AND foo",
     "AND foo\n^\nnothing stands before AND\n"
     "write something before it; to look for the word, write \"AND\" in quotes"},
    {"foo AND",
     "foo AND\n    ^\nnothing follows AND\n"
     "write something after it; to look for the word, write \"AND\" in quotes"},
    {"foo (bar OR) x",
     "foo (bar OR) x\n         ^\nnothing follows OR\n"
     "write something after it; to look for the word, write \"OR\" in quotes"},
    {"foo AND OR bar",
     "foo AND OR bar\n        ^\nOR follows AND, with nothing between\n"
     "write something before it; to look for the word, write \"OR\" in quotes"},
    {"iraq NOT",
     "iraq NOT\n     ^\nnothing follows NOT\n"
     "write something after it; to look for the word, write \"NOT\" in quotes"},
    {"haedline:esper",
     "haedline:esper\n^\nthere is no field “haedline”\n"
     "did you mean headline: ? To look for the text, put it in quotes"},
    {"persn:esper",
     "persn:esper\n^\nthere is no field “persn”\n"
     "did you mean person: ? To look for the text, put it in quotes"},
    {"iraq headline:",
     "iraq headline:\n             ^\nheadline: has no value\nwrite headline:word"},
    {"iraq date:", "iraq date:\n         ^\ndate: has no value\nwrite date:2020-01-06"},
    {"iraq^2^3", "iraq^2^3\n      ^\na second weight\nwrite one: word^2"},
    {"(headline:)", "(headline:)\n         ^\nheadline: has no value\nwrite headline:word"},
    {"headline:\"\"",
     "headline:\"\"\n         ^\nthere is nothing between these quotes\nwrite words between them"},
    {"iraq \"...\"",
     "iraq \"...\"\n     ^\nthere is no word between these quotes\nwrite words between them"},
    {"headline:-iraq",
     "headline:-iraq\n         ^\n- stands between headline: and its value\n"
     "write -headline:iraq"},
    {"headline:(by:smith)",
     "headline:(by:smith)\n          ^\na field inside another field's group\n"
     "close the group before it"},
    {"\"iraq AND (iran OR syria)",
     "\"iraq AND (iran OR syria)\n^\nthis quote is never closed\n"
     "put the other quote where the phrase ends"},
    {"date:2020-02-30",
     "date:2020-02-30\n     ^\nthere is no 2020-02-30 in the calendar\nFebruary 2020 has 29 days"},
    {"date:2019-06..2020-13",
     "date:2019-06..2020-13\n              ^\nthere is no month 13\n"
     "months go from 01 to 12, after the year: 2020-01-06"},
    {"date:\"jan 2020..feb 30 2020\"",
     "date:\"jan 2020..feb 30 2020\"\n                ^\nthere is no 2020-02-30 in the calendar\n"
     "February 2020 has 29 days"},
    {"date:2020..2019", "date:2020..2019\n     ^\nthis range ends before it begins\n2019..2020"},
    {"date:soon",
     "date:soon\n     ^\n“soon” is no date\ndates are written 2020-01-06, 2020-01, 2020, 2020-Q1, "
     "7d, yesterday, or a range 2019..2020-03"},
    {"date:jan 2020", "date:jan 2020\n     ^\n“jan” names no year\nwrite date:\"jan 2020\""},
    {"a NEAR/0 b", "a NEAR/0 b\n  ^\nNEAR/ wants a distance from 1 to 1000\na NEAR/5 b"},
    {"a NEAR/3 (b c)",
     "a NEAR/3 (b c)\n  ^\nNEAR/3 takes words, phrases, wildcards and groups of alternatives\n"
     "write a NEAR/3 (b OR c), or a NEAR/3 \"b c\"; weights go outside: (a NEAR/3 b)^2"},
    {"a NEAR/3 b ADJ/2 c",
     "a NEAR/3 b ADJ/2 c\n           ^\nNEAR/3 and ADJ/2 in one chain\n"
     "use one of them, or ask for both: (a NEAR/3 b) AND (b ADJ/2 c)"},
    {"headline:a NEAR/3 b",
     "headline:a NEAR/3 b\n           ^\nNEAR/3 looks within one field\n"
     "write headline:(a NEAR/3 b), or AND between the fields"},
    {"x^y", "x^y\n ^\n^ wants a weight from 0 to 1000\nwrite word^2, or \"^\" in quotes"},
    {"a ^2", "a ^2\n  ^\n^ weighs what it touches, and it touches nothing\nword^2"},
    {"iraq~7",
     "iraq~7\n    ^\n~ after a word allows 1 or 2 typing errors\n"
     "write iraq~1 or iraq~2; for words near each other, \"a b\"~5"},
    {"\"a b\"~",
     "\"a b\"~\n     ^\n~ after a phrase wants a distance from 1 to 1000\n"
     "\"a b\"~5 finds these words at most 5 apart"},
    {"iraq ?*",
     "iraq ?*\n     ^\n“?*” could be any word\n"
     "write at least one letter beside * and ?; words between others: a ADJ/3 b"},
    {"&", "&\n^\nthere is no word in this query\nwrite letters or digits"},
    {"Erdoğan AND",
     "Erdoğan AND\n        ^\nnothing follows AND\n"
     "write something after it; to look for the word, write \"AND\" in quotes"},
    {"a \xFF", "a �\n  ^\nthis is no UTF-8 text\ntype the character again, or set a UTF-8 locale"},
};

TEST(QueryErrors, SayWhereWhatAndWhatToTypeInstead) {
  for (const Case& row : kCases) EXPECT_EQ(error_of(row.query), row.shown);
}

TEST(QueryErrors, QueriesBeyondTheBoundsAreRefused) {
  EXPECT_NE(error_of(std::string(50'000, '(')).find("at most 4096"), std::string::npos);
  EXPECT_NE(error_of(std::string(kMaxLevels + 1, '(') + "a").find("64 levels deep"),
            std::string::npos);
  EXPECT_NE(error_of(std::string(kMaxQueryBytes, '(')).find("64 levels deep"), std::string::npos);
  std::string words;
  for (std::size_t i = 0; i <= kMaxTerms; ++i) words += "ab ";
  EXPECT_NE(error_of(words).find("more than 1024 words"), std::string::npos);
  EXPECT_NE(error_of('"' + words + '"').find("more than 1024 words"), std::string::npos);
}

TEST(QueryErrors, QueriesAtTheBoundsAreRead) {
  const std::string deep = std::string(kMaxLevels, '(') + "a" + std::string(kMaxLevels, ')');
  EXPECT_EQ(error_of(deep), "no error: a");
  std::string words;
  for (std::size_t i = 0; i < kMaxTerms; ++i) words += "ab ";
  EXPECT_EQ(error_of(words).substr(0, 8), "no error");
  std::string nots;
  while (nots.size() + 5 < kMaxQueryBytes) nots += "NOT ";
  EXPECT_EQ(error_of(nots + "a").substr(0, 8), "no error");
}

TEST(QueryErrors, ALongLineIsShownAroundTheFault) {
  const std::string text = std::string(200, 'a') + " AND OR " + std::string(200, 'b');
  const std::string shown = error_of(text);
  const std::string line = shown.substr(0, shown.find('\n'));
  EXPECT_LT(line.size(), 140U);
  const std::size_t column = shown.find('^') - line.size() - 1;
  EXPECT_EQ(line.substr(column + 2, 2), "OR");  // the ellipsis is three bytes and one column
}

struct PlaceCase {
  std::string_view query;
  std::size_t offset;
  std::string_view marked;  // what is at the place
};

// For who marks the fault in a field of a page, and has no line to put a caret under.
TEST(QueryErrorTest, ThePlaceIsTheWordAtTheFault) {
  constexpr PlaceCase kPlaces[] = {
      {"iraq AND", 5, "AND"},
      {"(iraq OR iran", 0, "("},
      {"iraq)", 4, ")"},
      {"a \"b c", 2, "\""},
      {"date:2020-13 x", 5, "2020-13"},
      {"élan", 0, "élan"},
      {"(élan", 1, "élan"},
      {"iraq", 4, ""},
      {"iraq", 99, ""},
      {"a 《b", 2, "《b"},
  };
  for (const PlaceCase& one : kPlaces) {
    const TextPlace place = place_of(one.query, {one.offset, "", ""});
    EXPECT_EQ(place.offset, std::min(one.offset, one.query.size())) << one.query;
    EXPECT_EQ(one.query.substr(place.offset, place.length), one.marked) << one.query;
  }
}

}  // namespace
}  // namespace dateline::query::error_test
