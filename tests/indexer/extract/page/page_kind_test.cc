#include "indexer/extract/page/page_kind.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::page_kind_test {
namespace {

const char* const kAddress = "https://courier.example/news/2021/bridge-shut";

struct Given {
  std::string html;
  std::string url = kAddress;
  std::string headline = "Bridge shut after the storm";
  std::string body = std::string(2000, 'x');
  bool dated = true;
};

std::string kind(const Given& given) {
  const Page page = dateline::testing::page_of(given.html, given.url);
  return std::string(name_of(kind_of(page, given.headline, given.body, given.dated)));
}

// A page of links that read like headlines.
std::string teasers(int count) {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html += "<div><a href=/a>A headline of an article that stands elsewhere, number " +
            std::to_string(i) + "</a></div>";
  }
  return html;
}

TEST(PageKind, InDoubtIsAnArticle) {
  EXPECT_EQ(kind({"<p>Some text.</p>"}), "article");
  EXPECT_EQ(kind({"<p>Some text.</p>", kAddress, "", "", false}), "article");
}

TEST(PageKind, APageThatCallsItselfAnArticleIsOne) {
  const std::string meta = "<meta property=og:type content=article>";
  EXPECT_EQ(kind({meta + teasers(30), kAddress, "Page not found", "", false}), "article");
  EXPECT_EQ(kind({"<meta property=article:published_time content=2021-01-01>" + teasers(30),
                  kAddress, "x", "", false}),
            "article");
}

TEST(PageKind, ALiveBlogIsToldByItsLinkedData) {
  EXPECT_EQ(kind({"<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\","
                  "\"headline\":\"Storm\"}</script><p>Text.</p>"}),
            "live blog");
}

TEST(PageKind, ASitesRootIsAFront) {
  EXPECT_EQ(kind({"<p>Text.</p>", "https://courier.example/"}), "section front");
  // A page with a text as long as that was saved under a wrong address.
  EXPECT_EQ(kind({"<p>Text.</p>", "https://courier.example/", "x", std::string(9000, 'x')}),
            "article");
}

TEST(PageKind, ACollectionIsAFront) {
  EXPECT_EQ(
      kind({"<script type='application/ld+json'>{\"@type\":\"CollectionPage\"}</script><p>x</p>"}),
      "section front");
}

TEST(PageKind, ASectionIsNamedAsItsAddressIs) {
  const std::string meta = "<meta property=og:type content=website>";
  EXPECT_EQ(kind({meta + "<p>x</p>", "https://courier.example/news/isles/", "Isles"}),
            "section front");
  EXPECT_EQ(kind({meta + "<p>x</p>", "https://courier.example/news/isles?page=2", "Isles"}),
            "section front");
  EXPECT_EQ(kind({"<p>x</p>", "https://courier.example/news/isles", "Isles"}), "article");
}

TEST(PageKind, ManyTeasersAndNeitherDateNorTextMakeAFront) {
  EXPECT_EQ(kind({teasers(12), kAddress, "News", "short", false}), "section front");
  EXPECT_EQ(kind({teasers(11), kAddress, "News", "short", false}), "article");
  EXPECT_EQ(kind({teasers(12), kAddress, "News", "short", true}), "article");
  EXPECT_EQ(kind({teasers(12), kAddress, "News", std::string(1300, 'x'), false}), "article");
}

TEST(PageKind, WhatStandsInAnArticlesPlaceIsAStub) {
  for (const char* headline : {"404", "Page not found", "Access denied", "Just a moment...",
                               "Seite nicht gefunden", "Page introuvable"}) {
    EXPECT_EQ(kind({"<p>x</p>", kAddress, headline, "Nothing here.", false}), "stub") << headline;
  }
  // A number of houses is no error, nor is a long article about one.
  EXPECT_EQ(kind({"<p>x</p>", kAddress, "404ers meet", "Nothing here.", false}), "article");
  EXPECT_EQ(kind({"<p>x</p>", kAddress, "Page not found", std::string(1300, 'x'), false}),
            "article");
}

TEST(PageKind, AShortTextThatSaysThatThereIsNothingIsAStub) {
  EXPECT_EQ(kind({"<p>x</p>", kAddress, "Sorry", "The page you requested does not exist.", false}),
            "stub");
  EXPECT_EQ(kind({"<p>x</p>", kAddress, "Sorry",
                  "The page you requested does not exist." + std::string(400, 'x'), false}),
            "article");
}

TEST(PageKind, AVideoWithHardlyAnyTextIsAStub) {
  const std::string meta = "<meta property=og:type content=video.other>";
  EXPECT_EQ(kind({meta + "<p>x</p>", kAddress, "Watch the storm", "A film.", true}), "stub");
  EXPECT_EQ(kind({meta + "<p>x</p>", kAddress, "Watch the storm", std::string(500, 'x'), true}),
            "article");
}

TEST(PageKind, StubsAreKnownInSeveralLanguages) {
  for (const char* headline : {"404", "Error 404", "Page not found", "PAGE NOT FOUND!",
                               "Seite nicht gefunden", "Page introuvable", "Página no encontrada",
                               "Pagina non trovata", "Just a moment...", "Access denied"}) {
    EXPECT_EQ(kind({"<p>x</p>", kAddress, headline, "Short.", false}), "stub") << headline;
    EXPECT_EQ(kind({"<p>x</p>", kAddress, headline, std::string(2000, 'x'), true}), "article")
        << headline << " above a whole text";
  }
  for (const char* headline : {"404th night of the siege", "Forbiddenly good", "Oopsla in town"}) {
    EXPECT_EQ(kind({"<p>x</p>", kAddress, headline, "Short.", false}), "article") << headline;
  }
  for (const char* body : {"The page you requested was moved.", "Der Artikel wurde nicht gefunden.",
                           "Cet article n'existe plus.", "La página no existe.",
                           "La pagina non esiste.", "Deze pagina bestaat niet."}) {
    EXPECT_EQ(kind({"<p>x</p>", kAddress, "The Courier", body, false}), "stub") << body;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::page_kind_test
