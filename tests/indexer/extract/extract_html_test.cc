// Whole pages, small: what each field's finder takes and what it leaves.
#include <gtest/gtest.h>

#include "indexer/extract/extract.h"

namespace dateline::indexer::extract_html_test {
namespace {

Article extract(const std::string& html,
                const std::string& url = "https://courier.example/a/bridge") {
  RawDocument document;
  document.bytes = html;
  document.url = url;
  const auto found = extract_article(document);
  return found ? found->article : Article{};
}

std::string rejection(const std::string& html, const std::string& url) {
  RawDocument document;
  document.bytes = html;
  document.url = url;
  const auto found = extract_article(document);
  return found ? "" : found.error().code;
}

const std::string kOne =
    "The bridge over the Narrows was closed on Monday, the harbour board said.";
const std::string kTwo =
    "Engineers had warned of cracks in its bearings for six years, papers show.";
const std::string kThree =
    "\"It will stay shut until we know why,\" said the minister for transport.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

TEST(ExtractHtml, TheBodyIsTheArticlesParagraphs) {
  const Article article =
      extract("<nav><a href=/>Home</a></nav><h1>Bridge closed after storm</h1><div class=story>" +
              p(kOne) + "<h2>Warnings</h2>" + p(kTwo) +
              "<figure><figcaption>The bridge, seen from the quay in May.</figcaption>"
              "</figure>" +
              p(kThree) + "</div><aside>" + p(kTwo) + "</aside><footer>" + p(kOne) + "</footer>");
  EXPECT_EQ(article.headline, "Bridge closed after storm");
  EXPECT_EQ(article.body, kOne + "\n\nWarnings\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, ABodySplitOverContainersIsOne) {
  const Article article =
      extract("<h1>Bridge closed after storm</h1><div class=part>" + p(kOne) + p(kTwo) +
              "</div><div class=ad>Buy now</div><div class=part>" + p(kThree) + "</div>");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, BreaksPartParagraphsWhereThereAreNoOthers) {
  const Article article = extract("<h1>Bridge closed after storm</h1><table><tr><td>" + kOne +
                                  "<br><br>" + kTwo + "<br><br>" + kThree + "</td></tr></table>");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, CommentsAndTeasersStayOutside) {
  const std::string long_comment = p(kOne + " " + kOne + " " + kOne + " " + kOne);
  const Article article =
      extract("<h1>Bridge closed after storm</h1><article>" + p(kOne) + p(kTwo) + p(kThree) +
              "</article><div id=comments>" + long_comment + long_comment + "</div>");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, ANameIsNotBelievedOfTheWholePage) {
  const Article article =
      extract("<body class='sidebar comments'><h1>Bridge closed after storm</h1>" + p(kOne) +
              p(kTwo) + p(kThree) + "</body>");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, AHeadingCanEndTheText) {
  const Article article = extract("<h1>Bridge closed after storm</h1><div>" + p(kOne) + p(kTwo) +
                                  p(kThree) + "<h3>You might also like</h3>" + p(kTwo) + "</div>");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, OfSeveralArticlesTheOneWithTheHeadlineIsMeant) {
  const std::string other = "<article><h2>Ferry prices to rise</h2>" + p(kTwo + " " + kTwo) +
                            p(kThree + " " + kThree) + p(kOne + " " + kTwo + " " + kThree) +
                            p(kThree + " " + kOne) + "</article>";
  const std::string text = p(kOne + " " + kOne) + p(kTwo + " " + kTwo) + p(kThree + " " + kThree);
  const Article article = extract(
      "<meta property=og:title content='Bridge closed after storm | The Courier'>"
      "<meta property=og:type content=article><main>"
      "<article><h2>Bridge closed after storm</h2>" +
      text + "</article>" + other + other + "</main>");
  EXPECT_EQ(article.body,
            kOne + " " + kOne + "\n\n" + kTwo + " " + kTwo + "\n\n" + kThree + " " + kThree);
}

TEST(ExtractHtml, WhatStandsAboveTheHeadlineIsNotItsText) {
  const std::string text = p(kOne + " " + kOne) + p(kTwo + " " + kTwo) + p(kThree + " " + kThree);
  const Article article = extract(
      "<title>Bridge closed after storm</title><div><p>Ferries will cost more from May, the "
      "harbour "
      "board said on Sunday.</p><h1>Bridge closed after storm</h1>" +
      text + "</div>");
  EXPECT_EQ(article.body.rfind(kOne, 0), 0U) << article.body;
}

TEST(ExtractHtml, DataThatABrokenScriptLetOutIsNoText) {
  const Article article = extract(
      "<h1>Bridge closed after storm</h1><div>" + p(kOne) + p(kTwo) +
      p("\",\"providerName\":\"Video\",\"width\":550,\"type\":\"rich\", and so on, and on.") +
      p(kThree) + "</div>");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, TheStandfirstIsNotSaidTwice) {
  const std::string summary =
      "A span fell into the sea at dusk; nobody was hurt, and nobody is to blame.";
  const Article article =
      extract("<h1>Bridge closed after storm</h1><p class=standfirst>" + summary +
              "</p><div class=story>" + p(kOne) + p(kTwo) + p(kThree) + "</div>");
  EXPECT_EQ(article.standfirst, summary);
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, ADescriptionThatIsTheLeadIsNoStandfirst) {
  const Article article =
      extract("<meta name=description content='" + kOne + "'><h1>Bridge closed</h1><div>" +
              p(kOne) + p(kTwo) + p(kThree) + "</div>");
  EXPECT_EQ(article.standfirst, "");
  EXPECT_EQ(article.body, kOne + "\n\n" + kTwo + "\n\n" + kThree);
}

TEST(ExtractHtml, TheStatedTextServesWherePagesShowATeaser) {
  const std::string text =
      kOne + " " + kTwo + " " + kThree + " " + kOne + " " + kTwo + " " + kThree;
  const Article article =
      extract("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
              std::string("A stated text. ") + kTwo + kTwo + kTwo + kTwo + kTwo +
              "\"}</script><h1>Bridge closed after storm</h1>" + p(kOne));
  EXPECT_EQ(article.body.rfind("A stated text.", 0), 0U);
}

TEST(ExtractHtml, DatesKeepThePagesOffset) {
  const Article article = extract(
      "<meta property=article:published_time content=2020-01-06T22:32:00Z>"
      "<meta property=article:modified_time content=2020-01-07T01:00:00Z>"
      "<h1>Bridge closed after storm</h1><time datetime='2020-01-06 23:32'>Jan 6, 2020 11:32 "
      "pm</time>" +
      p(kOne));
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->to_string(), "2020-01-06T23:32:00+01:00");
  ASSERT_TRUE(article.modified);
  EXPECT_EQ(article.modified->to_string(), "2020-01-07T02:00:00+01:00");
}

TEST(ExtractHtml, FutureAndImpossibleDatesAreRefused) {
  for (const std::string date :
       {"2999-01-01", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2020-02-31"}) {
    EXPECT_FALSE(extract("<meta property=article:published_time content=" + date +
                         "><h1>Bridge closed after storm</h1>" + p(kOne))
                     .published)
        << date;
  }
}

TEST(ExtractHtml, CreditsAreReadFromThePage) {
  const Article article =
      extract("<h1>Bridge closed after storm</h1><p>By Ann Lee and Bo Day, AFP</p>" +
              p("PORT SELLICK (AP) - " + kOne) + p(kTwo));
  EXPECT_EQ(article.byline, (std::vector<std::string>{"Ann Lee", "Bo Day"}));
  EXPECT_EQ(article.dateline, "PORT SELLICK");
  EXPECT_EQ(article.agencies, (std::vector<std::string>{"AFP", "AP"}));
}

TEST(ExtractHtml, FactsComeFromMetadata) {
  const Article article = extract(
      "<html lang=en_gb><meta property=og:site_name content='The Courier'>"
      "<link rel=canonical href=/news/1><meta property=article:section content=Region>"
      "<meta property=article:tag content=Bridges><meta property=article:tag content=Storms>"
      "<h1>Bridge closed after storm</h1>" +
      p(kOne));
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.canonical_url, "https://courier.example/news/1");
  EXPECT_EQ(article.section, "Region");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"Bridges", "Storms"}));
}

TEST(ExtractHtml, ASectionIsOneName) {
  struct Case {
    std::string stated;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"Politics", "Politics"},
      {"Featured,Politics,News", "Politics"},
      {"News, Storms, Bridges", "News"},
      {"news/local/crime-courts", "crime-courts"},
      {"Food, Drink & Travel", "Food, Drink & Travel"},
      {"Crash / Unfall", "Crash / Unfall"},
      {"The Courier", ""},
      {"Front Page", ""},
  };
  for (const Case& c : cases) {
    const Article article = extract(
        "<meta property=og:site_name content='The Courier'>"
        "<meta property=article:section content='" +
        c.stated + "'><h1>Bridge closed after storm</h1>" + p(kOne) + p(kTwo));
    EXPECT_EQ(article.section, c.expected) << c.stated;
  }
}

TEST(ExtractHtml, SectionSourceAndTagsAreReadFromThePageWhereMetadataLackThem) {
  const Article article = extract(
      "<title>Harbour Post - Bridge closed after storm</title>"
      "<meta name=DC.subject content='Bridges, Storms'>"
      "<p class=section><a href=/region>Region</a></p><h1>Bridge closed after storm</h1>" +
      p(kOne) + p(kTwo) + "<p>\u00a9 2018 Harbour Post. All rights reserved.</p>");
  EXPECT_EQ(article.section, "Region");
  EXPECT_EQ(article.source, "Harbour Post");
  EXPECT_EQ(article.tags, (std::vector<std::string>{"Bridges", "Storms"}));
}

TEST(ExtractHtml, AStandfirstIsNotTheHeadlineWithALabel) {
  const Article article = extract(
      "<h1>Bridge closed after storm</h1><div class=subtitle>6 min read Bridge closed after "
      "storm</div>" +
      p(kOne) + p(kTwo));
  EXPECT_EQ(article.standfirst, "");
}

TEST(ExtractHtml, FrontsAndStubsAreNoArticles) {
  std::string front = "<title>The Courier</title><h1>The Courier</h1>";
  for (int i = 0; i < 30; ++i)
    front += "<p><a href=/x>Bridge closed after storm, the harbour board says</a></p>";
  EXPECT_EQ(rejection(front, "https://courier.example/"), reject::kNotAnArticle);
  EXPECT_EQ(
      rejection("<h1>Page not found</h1>" + p("Try the search."), "https://courier.example/x"),
      reject::kNotAnArticle);
  RawDocument document;
  document.bytes = front;
  EXPECT_TRUE(extract_article(document, {.keep_all = true}));
}

TEST(ExtractHtml, AFlashIsAnArticle) {
  EXPECT_EQ(extract("<meta property=og:type content=article><h1>BANK RAISES RATE TO 4.5 PCT</h1>")
                .headline,
            "BANK RAISES RATE TO 4.5 PCT");
}

TEST(ExtractHtml, SourcesAreTold) {
  RawDocument document;
  document.bytes = "<h1>Bridge closed after storm</h1>" + p(kOne) + p(kTwo);
  const auto found = extract_article(document);
  ASSERT_TRUE(found);
  ASSERT_FALSE(found->sources.empty());
  EXPECT_EQ(found->sources.front().field, "headline");
  EXPECT_EQ(found->sources.front().source, "h1");
}

TEST(ExtractHtml, CutsAreToldWithTheirReasons) {
  RawDocument document;
  document.bytes =
      "<title>Bridge closed after storm</title><div>" +
      p("Ferries will cost more from May, the harbour board said on Sunday.") +
      "<h1>Bridge closed after storm</h1>" + p(kOne + " " + kOne) + p(kTwo + " " + kTwo) +
      p(kThree + " " + kThree) + "<figure><figcaption>" + kTwo + "</figcaption></figure>" +
      p("Sign up for our newsletter, which comes in the morning, at noon and at night.") +
      p(kOne + " " + kOne) + "</div>";
  const auto found = extract_article(document);
  ASSERT_TRUE(found);
  std::vector<std::string> reasons;
  for (const FieldSource& source : found->sources) {
    if (source.field == "cut") reasons.push_back(source.source);
  }
  EXPECT_EQ(reasons, (std::vector<std::string>{"caption", "furniture line", "above the headline"}));
}

TEST(ExtractHtml, AFrontOfDatedTeasersIsAFront) {
  std::string items;
  for (int i = 0; i < 15; ++i) {
    items += "<article class=teaser><h3><a href=/a" + std::to_string(i) +
             ">Harbour board budget grows again after a slow year</a></h3><time "
             "datetime=2021-05-01>1 May 2021</time></article>";
  }
  EXPECT_EQ(rejection("<main><h1>Innovation</h1>" + items + "</main>",
                      "https://courier.example/isles/innovation"),
            reject::kNotAnArticle);
}

}  // namespace
}  // namespace dateline::indexer::extract_html_test
