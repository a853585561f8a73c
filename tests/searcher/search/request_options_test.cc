#include "searcher/search/request_options.h"

#include <gtest/gtest.h>

#include <map>

#include "common/base/strings.h"
#include "searcher/search/paging/cursor.h"

namespace dateline::search {
namespace {

std::string error_of(const std::vector<NamedValue>& options) {
  const auto request = request_from(options);
  if (request) return "none";
  EXPECT_EQ(request.error().code, ErrorCode::kUsage);
  return request.error().message + "; " + request.error().hint;
}

Request read(std::string_view name, std::string_view value) {
  const auto request = request_from({{std::string(name), std::string(value)}});
  EXPECT_TRUE(request) << name << "=" << value;
  return request.value_or(Request());
}

TEST(RequestFromTest, EachOptionSetsItsMemberAndNothingElse) {
  EXPECT_EQ(read("q", "harbour -bridge").query, "harbour -bridge");
  EXPECT_EQ(read("match", "any").match, Match::kAny);
  EXPECT_EQ(read("spelling", "exact").spelling, Spelling::kExact);
  EXPECT_EQ(read("from", "2020-01").from, "2020-01");
  EXPECT_EQ(read("to", "yesterday").to, "yesterday");
  EXPECT_EQ(read("limit", "0").limit, 0U);
  EXPECT_EQ(read("offset", "30").offset, 30U);
  Hit hit;
  hit.article.id = "a1";
  const std::string cursor = write_cursor(cursor_at(question_of(Request()), hit));
  EXPECT_EQ(read("after", cursor).after, cursor);
  EXPECT_EQ(read("significant", "5").significant, 5U);
  EXPECT_EQ(read("sort", "newest").sort, Sort::kNewest);
  EXPECT_EQ(read("sort", "oldest").sort, Sort::kOldest);
  EXPECT_EQ(read("recency", "30d").recency, std::chrono::days(30));
  EXPECT_EQ(read("recency", "").recency, std::nullopt);
  EXPECT_TRUE(read("expand", "true").expand);
  EXPECT_EQ(read("collapse", "story").collapse, Collapse::kStory);
  EXPECT_EQ(read("names", "written").names, Names::kWritten);
  EXPECT_TRUE(read("count", "true").count_only);
  EXPECT_EQ(read("facet", "org:20").facets.at(0).most, 20U);
  EXPECT_EQ(read("groups", "desk").groups, std::vector<std::string>{"desk"});
  EXPECT_EQ(read("groups", "").groups, std::vector<std::string>{}) << "what everybody may see";
  EXPECT_EQ(read("limit", "1").groups, std::nullopt) << "everything";
  EXPECT_TRUE(read("all-statuses", "true").all_statuses);
  EXPECT_FALSE(read("limit", "1").all_statuses) << "what is withheld is hidden unless asked for";
  EXPECT_EQ(read("snippet", "0").snippet_chars, 0U);
  EXPECT_EQ(read("deadline", "0").deadline.count(), 0);
  EXPECT_EQ(read("tz", "Asia/Tokyo").zone_offset, std::chrono::hours(9));
  EXPECT_EQ(read("limit", "1").zone_offset, std::nullopt) << "the zone of the clock";
}

struct WrongValues {
  std::vector<std::string> values;
  std::string error;  // of the first of them
};

// What each option refuses. The query's text is judged by the query language, when it is asked.
const std::map<std::string_view, WrongValues>& wrong_values() {
  static const std::map<std::string_view, WrongValues> kWrong{
      {"match", {{"some", "", "ALL"}, "“some” is no value of match; it takes all or any"}},
      {"spelling", {{"us", ""}, "“us” is no value of spelling; it takes both or exact"}},
      {"from",
       {{"never", "2020-13"},
        "“never” is no date; dates are written 2020-01-06, 2020-01, 2020, 2020-Q1, 7d, yesterday, "
        "or a range 2019..2020-03"}},
      {"to", {{"2020-02-30"}, "there is no 2020-02-30 in the calendar; February 2020 has 29 days"}},
      {"limit",
       {{"three", "", "-3", "3.5", "3x", " 3", "99999999999999999999", "10001"},
        "“three” is no value of limit; give a whole number from 0"}},
      {"offset",
       {{"-1", "", "x", "1000001"}, "“-1” is no value of offset; give a whole number from 0"}},
      {"recency",
       {{"soon", "30", "0d", "101y"},
        "“soon” is no value of recency; give days, weeks, months or years, at most 100y: 30d, 2w, "
        "6m, 1y"}},
      {"after", {{"x", "01"}, "this is no cursor, or a part of one; give `next`"}},
      {"significant",
       {{"all", "", "-1", "101"}, "“all” is no value of significant; give a whole number from 0"}},
      {"sort",
       {{"best", "", "Newest"},
        "“best” is no value of sort; it takes relevance, newest or oldest"}},
      {"collapse", {{"all", ""}, "“all” is no value of collapse; it takes story or none"}},
      {"expand", {{"yes", "", "1"}, "“yes” is no value of expand; it takes true or false"}},
      {"background", {{"yes", "", "1"}, "“yes” is no value of background; it takes true or false"}},
      {"names", {{"joined", ""}, "“joined” is no value of names; it takes folded or written"}},
      {"count", {{"yes", "", "1"}, "“yes” is no value of count; it takes true or false"}},
      {"by",
       {{"decade", "", "Day"}, "“decade” is no value of by; it takes day, week, month or year"}},
      {"facet",
       {{"colour", "", "person:0", "person:x", "person:201", "person:"}, "“colour” is no facet"}},
      {"snippet",
       {{"long", "", "-1", "10001"}, "“long” is no value of snippet; give a whole number from 0"}},
      {"all-statuses",
       {{"yes", "", "1"}, "“yes” is no value of all-statuses; it takes true or false"}},
      {"tz",
       {{"Atlantis/Capital", "", "Europe/Berlin ", "../etc/localtime"},
        "“Atlantis/Capital” is no value of tz; give a name of the IANA's list"}},
      {"deadline",
       {{"soon", "", "-1", "86400001"},
        "“soon” is no value of deadline; give a whole number from 0"}},
  };
  return kWrong;
}

TEST(RequestFromTest, EachOptionRefusesWrongValues) {
  for (const RequestOption& option : request_options()) {
    // Any text is a query to somebody, and any name may be a group's.
    if (option.name == kQueryOption || option.name == "groups") continue;
    const auto wrong = wrong_values().find(option.name);
    ASSERT_NE(wrong, wrong_values().end()) << "no wrong values for " << option.name;
    const std::string name(option.name);
    const std::string first = error_of({{name, wrong->second.values.front()}});
    EXPECT_EQ(first.substr(0, wrong->second.error.size()), wrong->second.error);
    for (const std::string& value : wrong->second.values) {
      EXPECT_NE(error_of({{name, value}}), "none") << option.name << "=" << value;
    }
  }
}

TEST(RequestFromTest, TakesEachValueThatHelpOffers) {
  for (const RequestOption& option : request_options()) {
    if (option.value.find('|') == std::string_view::npos) continue;
    for (const std::string_view value : split(option.value, '|')) read(option.name, value);
  }
}

// So that help does not promise another default than the one there is.
TEST(RequestFromTest, TheInitialValueIsWhatARequestHasAnyway) {
  const Request plain;
  for (const RequestOption& option : request_options()) {
    if (option.initial.empty()) continue;
    const Request request = read(option.name, option.initial);
    EXPECT_EQ(request.match, plain.match);
    EXPECT_EQ(request.spelling, plain.spelling);
    EXPECT_EQ(request.sort, plain.sort);
    EXPECT_EQ(request.names, plain.names);
    EXPECT_EQ(request.limit, plain.limit);
    EXPECT_EQ(request.offset, plain.offset);
    EXPECT_EQ(request.snippet_chars, plain.snippet_chars);
    EXPECT_EQ(request.deadline, plain.deadline);
    EXPECT_EQ(request.by, plain.by);
  }
}

TEST(RequestFromTest, WhatIsNotAskedForIsAsInTheRequestToBeginWith) {
  Request stream;
  stream.streams = true;
  stream.limit = 1'000'000'000;
  const auto request = request_from({{"q", "flood"}}, stream);
  ASSERT_TRUE(request) << request.error().to_string();
  EXPECT_EQ(request->limit, stream.limit);
  EXPECT_EQ(request_from({{"limit", "20000"}}, stream)->limit, 20'000U);
}

// A service gives what it reads from its requests to request_from(), all but these.
TEST(RequestFromTest, WhatSaysWhoAsksIsMarkedAsPrivileged) {
  for (const RequestOption& option : request_options()) {
    const bool says_who = option.name == "groups" || option.name == "all-statuses";
    EXPECT_EQ(option.privileged, says_who) << option.name;
  }
}

TEST(RequestFromTest, OnlyWhatIsRepeatableIsTakenTwice) {
  EXPECT_EQ(error_of({{"limit", "3"}, {"limit", "4"}}), "limit is given twice; give it once");
  const auto facets = request_from({{"facet", "person"}, {"facet", "year"}});
  ASSERT_TRUE(facets);
  EXPECT_EQ(facets->facets.size(), 2U);
  EXPECT_NE(error_of(std::vector<NamedValue>(kMaxFacets + 1, {"facet", "person"})), "none");
}

TEST(RequestFromTest, AnUnknownNameIsNamedWithTheNearest) {
  EXPECT_EQ(error_of({{"limt", "3"}}), "“limt” is no option of a search; did you mean limit?");
  EXPECT_EQ(error_of({{"frobnicate", "3"}})
                .find("“frobnicate” is no option of a search; options "
                      "are q, match, "),
            0U);
}

TEST(RequestFromTest, TheBoundsHoldForOptionsTogetherInAnyOrder) {
  const std::string beyond = "offset + limit 1000001 is over the bound of 1000000";
  EXPECT_EQ(error_of({{"offset", "999991"}, {"limit", "10"}}).find(beyond), 0U);
  EXPECT_EQ(error_of({{"limit", "10"}, {"offset", "999991"}}).find(beyond), 0U);
  EXPECT_EQ(error_of({{"offset", "999999"}, {"limit", "1"}}), "none");
}

}  // namespace
}  // namespace dateline::search
