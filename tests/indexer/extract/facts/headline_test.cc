#include "indexer/extract/facts/headline.h"

#include <gtest/gtest.h>

#include "indexer/extract/extract.h"
#include "indexer/extract/facts/site_name.h"

namespace dateline::indexer {
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

}  // namespace
}  // namespace dateline::indexer
