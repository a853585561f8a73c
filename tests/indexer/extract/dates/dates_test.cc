// Which of a page's dates is the article's, page by page: all are invented.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/extract.h"

namespace dateline::indexer::dates_test {
namespace {

constexpr const char* kUrl = "https://courier.example/a/bridge";

std::string extract_published(const std::string& html, const std::string& url = kUrl) {
  RawDocument document;
  document.bytes = html;
  document.url = url;
  const auto found = extract_article(document);
  return found && found->article.published ? found->article.published->to_string() : "";
}

std::string published_meta(const std::string& time) {
  return "<meta property=article:published_time content='" + time + "'>";
}

const std::string kHeadline = "<h1>Bridge closed after storm</h1>";
const std::string kParagraphs =
    "<p>The bridge over the Narrows was closed on Monday, the harbour board said.</p>"
    "<p>Engineers had warned of cracks in its bearings for six years, papers show.</p>";

TEST(Dates, AShownClockGivesTheOffsetOfAnInstant) {
  const std::string utc = published_meta("2020-01-06T22:32:00Z");
  EXPECT_EQ(extract_published(utc + kHeadline + "<time>Jan 6, 2020 11:32 pm</time>" + kParagraphs),
            "2020-01-06T23:32:00+01:00");
  EXPECT_EQ(extract_published(utc + kHeadline + "<p>6. Januar 2020, 23:32 Uhr</p>" + kParagraphs),
            "2020-01-06T23:32:00+01:00");
  // Nobody lives twelve hours west of Greenwich; 10:32 is another moment.
  EXPECT_EQ(extract_published(utc + kHeadline + "<p>6. Januar 2020, 10:32 Uhr</p>" + kParagraphs),
            "2020-01-06T22:32:00Z");
}

TEST(Dates, AScriptsClockOrZoneDoesSoToo) {
  const std::string utc = published_meta("2020-01-07T02:18:11Z");
  EXPECT_EQ(
      extract_published(utc + "<script>var publication_date = '2020-01-06 21:18:11';</script>" +
                        kHeadline + kParagraphs),
      "2020-01-06T21:18:11-05:00");
  EXPECT_EQ(extract_published(utc + R"(<script>x={"timezone":"America\/Chicago"}</script>)" +
                              kHeadline + kParagraphs),
            "2020-01-06T20:18:11-06:00");
  EXPECT_EQ(extract_published(utc + R"(<script>x={"timezone":"America/Chicago"}</script>)" +
                              kHeadline + "<p>January 7, 2020</p>" + kParagraphs),
            "2020-01-07T02:18:11Z");  // the page shows another day than that zone's
  EXPECT_EQ(extract_published(utc + R"(<script>x={"timezone":"America/Chicago"}</script>)" +
                              R"(<script>y={"timezone":"Europe/Rome"}</script>)" + kHeadline +
                              kParagraphs),
            "2020-01-07T02:18:11Z");  // two zones: those of other places
  EXPECT_EQ(extract_published(utc + R"(<script>x={"timezone":"Nowhere\/Land"}</script>)" +
                              kHeadline + kParagraphs),
            "2020-01-07T02:18:11Z");
}

TEST(Dates, TheModifiedInstantTakesTheOffsetOfThePublishedOne) {
  const auto modified = [](const std::string& time) {
    RawDocument document;
    document.bytes = published_meta("2020-01-06T22:32:00Z") +
                     "<meta property=article:modified_time content='" + time + "'>" + kHeadline +
                     "<p>6. Januar 2020, 23:32 Uhr</p>" + kParagraphs;
    const auto found = extract_article(document);
    return found && found->article.modified ? found->article.modified->to_string() : "";
  };
  EXPECT_EQ(modified("2020-01-07T01:00:00Z"), "2020-01-07T02:00:00+01:00");
  EXPECT_EQ(modified("2020-01-07T01:00:00-05:00"), "2020-01-07T01:00:00-05:00");
  EXPECT_EQ(modified("2020-07-07T01:00:00Z"), "2020-07-07T01:00:00Z");  // summer time by then
}

TEST(Dates, AShownDayBesideAnInstantDecidesTheDay) {
  struct Case {
    std::string what;
    std::string page;
    std::string url;
    std::string expected;
  };
  const std::string night = published_meta("2020-01-07T02:18:11Z");
  const std::string late = published_meta("2020-01-06T23:15:00Z");
  const std::vector<Case> cases{
      {"evening in America", night + kHeadline + "<p>January 6, 2020</p>" + kParagraphs, kUrl,
       "2020-01-06"},
      {"morning in Europe", late + kHeadline + "<p>7 gennaio 2020</p>" + kParagraphs, kUrl,
       "2020-01-07"},
      {"a URL's day", night + kHeadline + kParagraphs, "https://courier.example/2020/01/06/bridge",
       "2020-01-06"},
      {"a script's day",
       night + "<script>x={\"DateCreation\":\"2020-01-06\"}</script>" + kHeadline + kParagraphs,
       kUrl, "2020-01-06"},
      {"the same day", night + kHeadline + "<p>January 7, 2020</p>" + kParagraphs,
       "https://courier.example/2020/01/06/bridge", "2020-01-07T02:18:11Z"},
      {"a day of updating", late + kHeadline + "<p>Updated January 7, 2020</p>" + kParagraphs, kUrl,
       "2020-01-06T23:15:00Z"},
      {"no place has that day yet",
       published_meta("2020-01-06T09:00:00Z") + kHeadline + "<p>January 7, 2020</p>" + kParagraphs,
       kUrl, "2020-01-06T09:00:00Z"},
      {"another day", night + kHeadline + "<p>January 3, 2020</p>" + kParagraphs, kUrl,
       "2020-01-07T02:18:11Z"},
      {"an offset is stated",
       published_meta("2020-01-07T02:18:11+01:00") + kHeadline + "<p>January 6, 2020</p>" +
           kParagraphs,
       kUrl, "2020-01-07T02:18:11+01:00"},
  };
  for (const Case& c : cases) EXPECT_EQ(extract_published(c.page, c.url), c.expected) << c.what;
}

TEST(Dates, TheDaysDateAboveTheHeadlineIsNotTheArticles) {
  const std::string header =
      "<title>Bridge closed after storm</title><span class=date>Tue, 14 Jan 2020</span>"
      "<p>Weather</p><p>Sport</p>";
  EXPECT_EQ(extract_published(header + kHeadline + "<p>13 Jan 2020, 22:11</p>" + kParagraphs),
            "2020-01-13");
  // The first h1 may be the paper's name: what counts is where the headline stands.
  EXPECT_EQ(extract_published("<title>Bridge closed after storm</title><h1>The Courier</h1>"
                              "<p>Tuesday, 14 Jan 2020</p><h2>Bridge closed after storm</h2>"
                              "<p>13 Jan 2020</p>" +
                              kParagraphs),
            "2020-01-13");
  EXPECT_EQ(extract_published(header + kHeadline + kParagraphs), "2020-01-14");  // better than none
}

TEST(Dates, ADateMayStandInABlockWithAName) {
  EXPECT_EQ(extract_published(kHeadline + "<p><span>Ann Lee</span><span>Dec 05, 2019</span></p>" +
                              kParagraphs),
            "2019-12-05");
}

TEST(Dates, ScriptsAreAskedLastAndBelievedWhereTheyAgree) {
  const std::string script = R"(<script>x={"publishedAt":"2020-01-06T14:32:10Z"}</script>)";
  EXPECT_EQ(extract_published(script + kHeadline + kParagraphs), "2020-01-06T14:32:10Z");
  EXPECT_EQ(extract_published(script + R"(<script>y={"publishedAt":"2020-02-01"}</script>)" +
                              kHeadline + kParagraphs),
            "");
}

TEST(Dates, TheOrderOfDayAndMonthFollowsLanguageAndCountry) {
  const std::string shown = kHeadline + "<p>3/4/2020</p>" + kParagraphs;
  EXPECT_EQ(extract_published("<html lang=en-US>" + shown), "2020-03-04");
  EXPECT_EQ(extract_published("<html lang=en-GB>" + shown), "2020-04-03");
  EXPECT_EQ(extract_published("<html lang=es>" + shown), "2020-04-03");
  EXPECT_EQ(extract_published("<html lang=en>" + shown, "https://courier.com/a"), "2020-03-04");
  EXPECT_EQ(extract_published("<html lang=en>" + shown, "https://courier.co.uk/a"), "2020-04-03");
}

TEST(Dates, TheDayOfUpdatingIsTakenWhereThereIsNoOther) {
  EXPECT_EQ(extract_published(kHeadline + "<p>Stand: 06.01.2020 14:32 Uhr</p>" + kParagraphs),
            "2020-01-06");
  EXPECT_EQ(extract_published(kHeadline + "<p>Updated 8 January 2020</p><p>6 January 2020</p>" +
                              kParagraphs),
            "2020-01-06");
}

}  // namespace
}  // namespace dateline::indexer::dates_test
