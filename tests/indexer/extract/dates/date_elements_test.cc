#include "indexer/extract/dates/date_elements.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::date_elements_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

constexpr std::int64_t kNow = 1'640'000'000;  // 2021-12-20

std::string marked(const std::string& html, bool published) {
  const Page page = page_of(html);
  const DateContext context(page, 0, kNow);
  const DateElements found = find_date_elements(context, published);
  return found.marked.found() ? found.marked.value->to_string() : "";
}

TEST(DateElements, MicrodataAreBelievedMost) {
  EXPECT_EQ(
      marked("<h1>x</h1><time datetime=2021-03-12>12 March</time><span itemprop=datePublished "
             "content=2021-03-10>10 March</span>",
             true),
      "2021-03-10");
}

TEST(DateElements, ATimeElementIsBelievedMoreThanAName) {
  EXPECT_EQ(
      marked(
          "<h1>x</h1><span class=date>2021-03-11</span><time datetime=2021-03-12>12 March</time>",
          true),
      "2021-03-12");
  EXPECT_EQ(marked("<h1>x</h1><span class=date>2021-03-11</span>", true), "2021-03-11");
}

TEST(DateElements, WhatTellsAnUpdateIsNoDateOfPublication) {
  const std::string html = "<h1>x</h1><time class=updated datetime=2021-03-13>13 March</time>";
  EXPECT_EQ(marked(html, true), "");
  EXPECT_EQ(marked(html, false), "2021-03-13");
}

TEST(DateElements, OfOtherArticlesDoNotCount) {
  EXPECT_EQ(
      marked("<h1>x</h1>" + paragraphs(1, 4) +
                 "<div class=related-articles><time datetime=2021-03-12>12 March</time></div>",
             true),
      "");
}

TEST(DateElements, AnEmptyAttributeLeavesTheText) {
  EXPECT_EQ(marked("<h1>x</h1><time datetime=''>12 March 2021</time>", true), "2021-03-12");
}

TEST(DateElements, AboveTheHeadlineAreKeptApart) {
  const Page page = page_of("<p class=date>2021-12-20</p><h1>Bridge shut</h1>");
  const DateContext context(page, 1, kNow);
  const DateElements found = find_date_elements(context, true);
  EXPECT_FALSE(found.marked.found());
  ASSERT_TRUE(found.above.found());
  EXPECT_EQ(found.above.value->to_string(), "2021-12-20");
}

TEST(DateElements, AreNamedInSeveralLanguages) {
  for (const char* name : {"date", "entry-date", "publishedOn", "post__time", "datum", "fecha-nota",
                           "data-pubblicazione", "POSTED"}) {
    EXPECT_EQ(marked("<h1>x</h1><span class='" + std::string(name) + "'>2021-03-11</span>", true),
              "2021-03-11")
        << name;
  }
  for (const char* name : {"byline", "", "dat", "aktualisiert-datum", "lastUpdatedDate"}) {
    EXPECT_EQ(marked("<h1>x</h1><span class='" + std::string(name) + "'>2021-03-11</span>", true),
              "")
        << name;
  }
}

TEST(DateElements, StateTheirDateInAttributesBeforeTheirText) {
  for (const char* element : {"<time datetime=2021-03-12>yesterday</time>",
                              "<time content=2021-03-12>11 March 2021</time>",
                              "<time data-timestamp=1615507200>11 March 2021</time>",
                              "<abbr class=date title=2021-03-12>Friday</abbr>",
                              "<meta itemprop=datePublished content=2021-03-12>"}) {
    EXPECT_EQ(marked("<h1>x</h1>" + std::string(element), true).substr(0, 10), "2021-03-12")
        << element;
  }
}

TEST(DateElements, WhoseTextOrParentTellsAnUpdateDateTheUpdate) {
  for (const char* html :
       {"<time>Updated 2021-03-13</time>", "<time>Aktualisiert: 13.03.2021</time>",
        "<p class=modified><time datetime=2021-03-13>x</time></p>",
        "<span itemprop=dateModified content=2021-03-13>x</span>"}) {
    EXPECT_EQ(marked("<h1>x</h1>" + std::string(html), true), "") << html;
    EXPECT_EQ(marked("<h1>x</h1>" + std::string(html), false), "2021-03-13") << html;
  }
}

TEST(DateElements, OfManyNodesAreNoDateButAPartOfThePage) {
  std::string many;
  for (int i = 0; i < 12; ++i) many += "<i>x</i>";
  EXPECT_EQ(marked("<h1>x</h1><div class=date>2021-03-11 " + many + "</div>", true), "");
}

TEST(DateElements, OfNothingAreNone) {
  for (const char* html : {"<p></p>", "<time></time>", "<time datetime=soon>soon</time>",
                           "<span itemprop=datePublished content=2999-01-01>x</span>"}) {
    EXPECT_EQ(marked(html, true), "") << html;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::date_elements_test
