#include "indexer/extract/markup/meta.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::meta_test {
namespace {

using dateline::testing::page_of;

TEST(Meta, IsReadByPropertyOrName) {
  const Meta meta =
      page_of("<meta property=og:title content=One><meta name=author content=Two>").meta;
  EXPECT_EQ(meta.value({"og:title"}), "One");
  EXPECT_EQ(meta.value({"author"}), "Two");
  EXPECT_EQ(meta.value({"nothing"}), "");
}

TEST(Meta, KeysAreInLowerCaseAndTrimmed) {
  const Meta meta = page_of("<meta name=' Author ' content=One>").meta;
  EXPECT_EQ(meta.value({"author"}), "One");
}

TEST(Meta, TheFirstKeyThatHasAValueCounts) {
  const Meta meta = page_of("<meta name=b content=B><meta name=a content=''>").meta;
  EXPECT_EQ(meta.value({"a", "b"}), "B");
  ASSERT_NE(meta.first({"a", "b"}), nullptr);
  EXPECT_EQ(meta.first({"a", "b"})->key, "b");
  EXPECT_EQ(meta.first({"a"}), nullptr);
}

TEST(Meta, SeveralValuesKeepTheirOrder) {
  const Meta meta =
      page_of("<meta property=article:tag content=x><meta property=article:tag content=y>").meta;
  EXPECT_EQ(meta.values({"article:tag"}), (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(meta.value({"article:tag"}), "x");
  EXPECT_TRUE(meta.values({"nothing"}).empty());
}

TEST(Meta, ValuesArePlainText) {
  const Meta meta = page_of("<meta name=a content='Fish &amp;amp; chips'>").meta;
  EXPECT_EQ(meta.value({"a"}), "Fish & chips");
}

TEST(Meta, MicrodataCountInTheHeadAlone) {
  const Meta meta = page_of(
                        "<html><head><meta itemprop=datePublished content=2021-01-01></head>"
                        "<body><div><meta itemprop=author content='Cy Orr'></div></body></html>")
                        .meta;
  EXPECT_EQ(meta.value({"datepublished"}), "2021-01-01");
  EXPECT_EQ(meta.value({"author"}), "");
}

TEST(Meta, KnowsTitleLanguageAndCanonicalAddress) {
  const Meta meta = page_of(
                        "<html lang=en-GB><head><title>One <b>two</b></title>"
                        "<link rel=CANONICAL href=' https://courier.example/a '>"
                        "<link rel=canonical href=https://courier.example/b></head></html>")
                        .meta;
  EXPECT_EQ(meta.title.substr(0, 3), "One");
  EXPECT_EQ(meta.language, "en-GB");
  EXPECT_EQ(meta.canonical, "https://courier.example/a");
}

TEST(Meta, IsBounded) {
  std::string html;
  for (int i = 0; i < 3000; ++i) html += "<meta name=k content=v>";
  EXPECT_LE(page_of(html).meta.entries().size(), 1000U);
}

}  // namespace
}  // namespace dateline::indexer::page::meta_test
