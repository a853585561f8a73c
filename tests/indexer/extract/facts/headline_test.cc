#include "indexer/extract/facts/headline.h"

#include <gtest/gtest.h>

#include "indexer/extract/extract.h"
#include "indexer/extract/facts/site_name.h"
#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::headline_test {
namespace {

std::string headline_of(const std::string& html) {
  RawDocument document;
  document.bytes = html;
  document.url = "https://www.dunmarrowcourier.example/news/bridge";
  const auto found = extract_article(document, {.keep_all = true});
  return found ? found->article.headline : found.error().code;
}

TEST(Headline, AHeadingThatAgreesWithTheMetadataWins) {
  EXPECT_EQ(
      headline_of("<title>Bridge shut | Courier</title>"
                  "<meta property=og:title content='Bridge shut after the storm, experts say'>"
                  "<h1>The Courier</h1><h1>Bridge shut after the storm</h1>"),
      "Bridge shut after the storm");
}

TEST(Headline, TheSitesNameIsCutOff) {
  EXPECT_EQ(page::without_site_name("Bridge shut - The Courier", {"The Courier"}, {}),
            "Bridge shut");
  EXPECT_EQ(page::without_site_name("The Courier | Bridge shut", {"The Courier"}, {}),
            "Bridge shut");
  EXPECT_EQ(page::without_site_name("Thirty-one saved | The Courier", {"The Courier"}, {}),
            "Thirty-one saved");
  EXPECT_EQ(page::without_site_name("War - and peace", {"The Courier"}, {}), "War - and peace");
  EXPECT_EQ(page::without_site_name("Bridge shut : News : Courier", {"Courier"}, {}, {"News"}),
            "Bridge shut");
  // A colon parts sentences too: only a name in full goes.
  EXPECT_EQ(page::without_site_name("Bridge : the Courier view", {"Courier"}, {}),
            "Bridge : the Courier view");
}

TEST(Headline, AKickerInAnElementOfItsOwnGoes) {
  EXPECT_EQ(headline_of("<meta property=og:title content='What we owe the sea'>"
                        "<h1><span>Opinion</span> What we owe the sea</h1>"),
            "What we owe the sea");
}

TEST(Headline, AHeadingThatShowsWhatTheMetadataStateBeatsAStrangeOne) {
  const std::string meta = "<meta property=og:title content='Bridge shut after the storm'>";
  EXPECT_EQ(headline_of(meta + "<h1>Article in detail</h1><h2>Bridge shut after the storm</h2>"),
            "Bridge shut after the storm");
  // Not shown at all: editors write one headline for the page and another for search engines.
  EXPECT_EQ(headline_of(meta + "<h1>Narrows closed until May</h1><p>Text.</p>"),
            "Narrows closed until May");
}

TEST(Headline, WithoutMarkupTheTitleServes) {
  EXPECT_EQ(headline_of("<title>Bridge shut after storm</title><p>Text.</p>"),
            "Bridge shut after storm");
}

TEST(Headline, AKickerIsKnownByItsElementsName) {
  for (const char* name : {"kicker", "article-kicker", "Dachzeile", "overline", "headline__eyebrow",
                           "antetitulo", "occhiello", "surtitre", "sr-only"}) {
    EXPECT_EQ(headline_of("<h1><span class='" + std::string(name) +
                          "'>Seefahrt</span> Brücke nach dem Sturm gesperrt</h1><p>Text.</p>"),
              "Brücke nach dem Sturm gesperrt")
        << name;
  }
  EXPECT_EQ(headline_of("<h1><span class=lead>Seefahrt</span> Brücke gesperrt</h1><p>Text.</p>"),
            "Seefahrt Brücke gesperrt");
}

TEST(Headline, AKickerIsKnownByWhatPartsItFromTheStatedHeadline) {
  const std::string meta = "<meta property=og:title content='What we owe the sea'>";
  for (const char* shown : {"OPINION | What we owe the sea", "Opinion - What we owe the sea",
                            "Opinion / What we owe the sea", "What we owe the sea"}) {
    EXPECT_EQ(headline_of(meta + "<h1>" + shown + "</h1><p>Text.</p>"), "What we owe the sea")
        << shown;
  }
  EXPECT_EQ(headline_of(meta + "<h1>Now read What we owe the sea</h1><p>Text.</p>"),
            "Now read What we owe the sea")
      << "words of the headline's own";
}

TEST(Headline, ASlashOfItsOwnStays) {
  const std::string shown = "Harbour board / ferry crews meet at the pier";
  EXPECT_EQ(
      headline_of("<title>Ferry crews meet at the pier</title><meta property=og:title content='" +
                  shown + "'><h1>" + shown + "</h1><p>Text.</p>"),
      shown)
      << "what the metadata state letter by letter has no kicker";
  EXPECT_EQ(
      headline_of("<title>Opinion | Ferry crews meet at the pier</title><meta property=og:title "
                  "content='Ferry crews meet at the pier'>"
                  "<h1>Opinion | Ferry crews meet at the pier</h1><p>Text.</p>"),
      "Ferry crews meet at the pier")
      << "but a bar parts one from it wherever it stands";
}

TEST(Headline, MayStandBelowAKickerThatTheBodyBeginsWith) {
  const page::Page found = dateline::testing::page_of(
      "<title>Storm damage to the crossing</title><article><p>Traffic</p>"
      "<h1>Ferries sail again from Monday</h1>" +
      dateline::testing::paragraphs(1, 3) + "</article>");
  const page::NodeIndex begin = found.tree.find(page::Tag::kP, 0, found.tree.size());
  EXPECT_EQ(page::find_headline(found, begin).value, "Ferries sail again from Monday");
}

TEST(Headline, AHeadingInFurnitureIsNotTheArticles) {
  for (const char* element :
       {"nav", "footer", "aside", "div class=related-articles", "div class=comments", "form"}) {
    EXPECT_EQ(headline_of("<title>Bridge shut after storm</title><" + std::string(element) +
                          "><h1>Ferries and other boats</h1></div><p>Text.</p>"),
              "Bridge shut after storm")
        << element;
  }
}

TEST(Headline, InOtherScriptsIsFoundTheSameWay) {
  EXPECT_EQ(headline_of("<title>Мост закрыт после шторма - Курьер</title>"
                        "<meta property=og:site_name content=Курьер>"
                        "<h1>Мост закрыт после шторма</h1><p>x</p>"),
            "Мост закрыт после шторма");
  EXPECT_EQ(headline_of("<title>暴风雨后大桥关闭_信使报</title><meta property=og:site_name "
                        "content=信使报><h1>暴风雨后大桥关闭</h1><p>x</p>"),
            "暴风雨后大桥关闭");
  EXPECT_EQ(headline_of("<title>إغلاق الجسر بعد العاصفة | البريد</title>"
                        "<meta property=og:site_name content=البريد><p>x</p>"),
            "إغلاق الجسر بعد العاصفة");
}

TEST(Headline, WhatMostOfTheMetadataSayServesWithoutHeadings) {
  EXPECT_EQ(headline_of("<meta property=og:title content='Bridge: what now?'>"
                        "<meta name=twitter:title content='Bridge shut after storm'>"
                        "<title>Bridge shut after storm</title><p>Text.</p>"),
            "Bridge shut after storm");
}

TEST(Headline, OfAPageWithoutAnyIsNone) {
  for (const char* html : {"<h1></h1><p>Text.</p>", "<title></title><p>Text.</p>",
                           "<h1>x</h1><p>Text.</p>", "<h1> | </h1><p>Text.</p>"}) {
    EXPECT_EQ(headline_of(html), "") << html;
  }
}

TEST(Headline, ASectionInAnH1IsNoneWhereTheTitleHasALongerPart) {
  const std::string title =
      "<title>Harbour news - Baby wrapped in old flag, photo divides the town - Quay</title>";
  EXPECT_EQ(headline_of(title + "<h1>harbour news</h1>"
                                "<h1>Baby wrapped in old flag, photo divides the town</h1>"),
            "Baby wrapped in old flag, photo divides the town");
  EXPECT_EQ(headline_of(title + "<h1>Harbour news</h1>"
                                "<h2>Baby wrapped in old flag, photo divides the town</h2>"),
            "Baby wrapped in old flag, photo divides the town");
}

TEST(Headline, ABlockThatShowsAPartOfTheTitleTellsWhichPartItIs) {
  for (const char* tag : {"h2", "h3", "div", "p"}) {
    const std::string html = std::string("<title>Quay - Bridge shut after storm | Larks</title><") +
                             tag + ">Bridge shut after storm</" + tag + "><p>Text.</p>";
    EXPECT_EQ(headline_of(html), "Bridge shut after storm") << html;
  }
}

}  // namespace
}  // namespace dateline::indexer::headline_test
