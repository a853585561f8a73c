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

TEST(Dates, LabelsSayWhichOfSeveralDatesIsThePublication) {
  EXPECT_EQ(extract_published(kHeadline +
                              "<div>Event date: 3 May 2021</div>"
                              "<div>Published: 1 April 2021</div>" +
                              kParagraphs),
            "2021-04-01");
  EXPECT_EQ(extract_published(kHeadline +
                              "<ul><li>Received: <time datetime=2020-06-14>14 June 2020</time></li>"
                              "<li>Accepted: <time datetime=2020-12-16>16 December 2020</time></li>"
                              "<li>Published: <time datetime=2021-01-02>2 January 2021</time></li>"
                              "</ul>" +
                              kParagraphs),
            "2021-01-02");
  EXPECT_EQ(extract_published(kHeadline +
                              "<dl><dt>Updated</dt><dd>3 March 2021</dd>"
                              "<dt>First published</dt><dd>12 October 2019</dd></dl>" +
                              kParagraphs),
            "2019-10-12");
  EXPECT_EQ(extract_published(kHeadline +
                              "<p class=date>Aktualisiert: 3.3.2021 · Erstveröffentlicht: "
                              "12.10.2019</p>" +
                              kParagraphs),
            "2019-10-12");
  EXPECT_EQ(extract_published(
                kHeadline + "<p>Last updated: 3 March 2021. First published: 12 October 2019.</p>" +
                kParagraphs),
            "2019-10-12");
}

TEST(Dates, OfOtherArticlesNeverCountWhateverTheirListIsCalled) {
  const std::string list =
      "<div><div class=x__row><span class=x__date>20.03.2021</span><a href=/1>Whaler diary on "
      "show</a></div><div class=x__row><span class=x__date>19.03.2021</span><a href=/2>Sheep lost "
      "in the snow</a></div></div>";
  EXPECT_EQ(extract_published(kHeadline + "<div><span>22.03.2021 - 14:08</span></div>" +
                              kParagraphs + list),
            "2021-03-22");
  EXPECT_EQ(extract_published(kHeadline + kParagraphs + list), "");
}

TEST(Dates, AStorysOwnTextDatesNothing) {
  const std::string list = "<ul><li>The ferry act was signed into law on August 14, 1935</li></ul>";
  EXPECT_EQ(extract_published(kHeadline + list + kParagraphs), "");
  EXPECT_EQ(extract_published(kHeadline + list + kParagraphs,
                              "https://courier.example/2010/NEWS/08/13/ferry.act/index.html"),
            "2010-08-13");
}

TEST(Dates, WhereAnUpdateAloneIsShownADateBelowTheTextIsNotTheArticles) {
  EXPECT_EQ(
      extract_published(kHeadline +
                        "<p><span>Updated:</span> <time datetime=2021-08-08>8 August</time></p>" +
                        kParagraphs + "<p><time datetime=2021-09-09>9 September</time></p>"),
      "2021-08-08");
}

TEST(Dates, APageOfAnyTypeMayStateThemInLinkedData) {
  const auto linked = [](const std::string& json) {
    return extract_published(
        "<title>Bridge closed after storm - Courier</title>"
        "<script type=application/ld+json>" +
        json + "</script>" + kHeadline + kParagraphs);
  };
  EXPECT_EQ(linked(R"({"@graph":[{"@type":"WebPage","datePublished":"2019-10-12"}]})"),
            "2019-10-12");
  EXPECT_EQ(linked(R"([{"@type":"Article","headline":"Bridge closed after storm"},)"
                   R"({"@type":"AboutPage","datePublished":"2019-10-12"}])"),
            "2019-10-12");
  EXPECT_EQ(linked(R"({"@type":"PodcastEpisode","name":"Bridge closed after storm",)"
                   R"("datePublished":"2019-10-12"})"),
            "2019-10-12");
  // Another thing than the page.
  EXPECT_EQ(linked(R"({"@type":"Movie","name":"The Narrows","datePublished":"1950-10-12"})"), "");
  EXPECT_EQ(linked(R"({"@type":"CollectionPage","datePublished":"2019-10-12"})"), "");
}

}  // namespace
}  // namespace dateline::indexer::dates_test
