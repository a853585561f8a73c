#include "common/document/identity.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Article page(std::string url, std::string canonical = {}) {
  Article article;
  article.url = std::move(url);
  article.canonical_url = std::move(canonical);
  article.origin = Origin{"in/a.html", 0};
  return article;
}

TEST(Identity, AGivenIdWins) {
  Article article = page("https://a.example/x");
  article.id = "mine";
  EXPECT_EQ(article_id(article), "mine");
}

TEST(Identity, TheCanonicalUrlDecidesHoweverItIsSpelled) {
  const std::string id = article_id(page("https://a.example/x?page=2", "https://a.example/x"));
  EXPECT_EQ(id.size(), 25U);
  EXPECT_EQ(article_id(page("", "HTTPS://A.example/x#top")), id);
  EXPECT_EQ(article_id(page("http://a.example/x?utm_source=feed")), id);
  EXPECT_NE(article_id(page("https://a.example/y")), id);
}

TEST(Identity, ACanonicalUrlThatPointsAtTheRootIsIgnored) {
  EXPECT_EQ(article_id(page("https://a.example/x", "https://a.example/")),
            article_id(page("https://a.example/x")));
}

TEST(Identity, WithoutUrlThePlaceInTheInputDecides) {
  Article first = page("");
  Article second = first;
  second.origin->offset = 120;
  EXPECT_NE(article_id(first), article_id(second));
  first.headline = "Changed";
  EXPECT_EQ(article_id(first), article_id(page("")));
}

TEST(Identity, SourceFallsBackToTheHost) {
  Article article = page("https://www.a.example/x");
  complete_identity(article);
  EXPECT_EQ(article.source, "a.example");
  article.source = "The Example";
  complete_identity(article);
  EXPECT_EQ(article.source, "The Example");
}

}  // namespace
}  // namespace dateline
