#include "indexer/extract/dates/local_day.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::local_day_test {
namespace {

using dateline::testing::page_of;

constexpr std::int64_t kNow = 1'640'000'000;  // 2021-12-20

// What becomes of an instant that the metadata state, given what the page shows.
std::string local(const std::string& instant, const std::string& html,
                  const std::string& url = "") {
  const Page page = page_of("<h1>Bridge shut</h1>" + html, url);
  const DateContext context(page, 0, kNow);
  const DateFinding stated = context.read(instant, "meta");
  EXPECT_TRUE(stated.found()) << instant;
  return localised(stated, context).value->to_string();
}

TEST(LocalDay, TakesTheOffsetThatAShownTimeTells) {
  EXPECT_EQ(local("2021-03-12T22:30:00Z", "<p>13 March 2021, 00:30</p>"),
            "2021-03-13T00:30:00+02:00");
  EXPECT_EQ(local("2021-03-12T22:30:00Z", "<time datetime='2021-03-12T17:30:00'>5.30 pm</time>"),
            "2021-03-12T17:30:00-05:00");
}

TEST(LocalDay, TakesNoOffsetThatNoClockHas) {
  EXPECT_EQ(local("2021-03-12T22:30:00Z", "<p>13 March 2021, 00:47</p>").substr(0, 10),
            "2021-03-13")
      << "the day is shown all the same";
  EXPECT_EQ(local("2021-03-12T12:00:00Z", "<p>12 March 2021, 12:17</p>"), "2021-03-12T12:00:00Z");
}

TEST(LocalDay, TakesTheZoneThatScriptsName) {
  EXPECT_EQ(local("2021-07-12T22:30:00Z", "<script>timezone = \"Europe/Berlin\";</script>"),
            "2021-07-13T00:30:00+02:00");
}

TEST(LocalDay, BelievesNoneOfSeveralZones) {
  EXPECT_EQ(
      local("2021-07-12T22:30:00Z",
            "<script>timezone = \"Europe/Berlin\"; timezone = \"America/New_York\";</script>"),
      "2021-07-12T22:30:00Z");
}

TEST(LocalDay, TakesTheBareDayThatThePageShows) {
  EXPECT_EQ(local("2021-03-12T22:30:00Z", "<p>13 March 2021</p>"), "2021-03-13");
  EXPECT_EQ(local("2021-03-12T02:30:00Z", "", "https://courier.example/2021/03/11/bridge"),
            "2021-03-11");
}

TEST(LocalDay, ADayThatCannotBeTheSameMomentIsAnother) {
  EXPECT_EQ(local("2021-03-12T12:00:00Z", "<p>15 March 2021</p>"), "2021-03-12T12:00:00Z");
  EXPECT_EQ(local("2021-03-12T02:00:00Z", "<p>13 March 2021</p>"), "2021-03-12T02:00:00Z")
      << "at two in the morning it is tomorrow nowhere";
}

TEST(LocalDay, LeavesWhatStatesItsOwnOffset) {
  EXPECT_EQ(local("2021-03-12T22:30:00+01:00", "<p>13 March 2021</p>"),
            "2021-03-12T22:30:00+01:00");
  EXPECT_EQ(local("2021-03-12", "<p>13 March 2021</p>"), "2021-03-12");
}

DateFinding stated(const std::string& instant) {
  const Page page = page_of("<p>x</p>");
  return DateContext(page, 0, kNow).read(instant, "meta");
}

TEST(LocalisedAlike, GivesAnUpdateThePublicationsOffset) {
  EXPECT_EQ(localised_alike(stated("2021-03-12T23:00:00Z"), stated("2021-03-13T00:30:00+02:00"))
                .value->to_string(),
            "2021-03-13T01:00:00+02:00");
}

TEST(LocalisedAlike, LeavesAnUpdateOfAnotherWeek) {
  EXPECT_EQ(localised_alike(stated("2021-04-12T23:00:00Z"), stated("2021-03-13T00:30:00+02:00"))
                .value->to_string(),
            "2021-04-12T23:00:00Z");
}

TEST(LocalisedAlike, LeavesWhatHasNoTime) {
  EXPECT_EQ(
      localised_alike(stated("2021-03-12"), stated("2021-03-13T00:30:00+02:00")).value->to_string(),
      "2021-03-12");
  EXPECT_FALSE(localised_alike({}, stated("2021-03-13T00:30:00+02:00")).found());
}

}  // namespace
}  // namespace dateline::indexer::page::local_day_test
