#include "indexer/extract/body/named_article.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::named_article_test {
namespace {

using dateline::testing::all_blocks;
using dateline::testing::page_of;
using dateline::testing::paragraphs;
using dateline::testing::texts_of;

const std::string kTitle = "<meta property=og:title content='Bridge shut after the storm'>";

std::string article(const std::string& id, const std::string& heading, int first) {
  return "<article id=" + id + "><h1>" + heading + "</h1>" + paragraphs(first, 8) + "</article>";
}

std::string named_in(const std::string& html) {
  const Page page = page_of(html);
  const NodeIndex found = named_article(page, 0);
  return found == kNoNode ? "" : std::string(page.tree.attribute(found, AttributeName::kId));
}

TEST(NamedArticle, OfSeveralIsTheOneWithTheStatedTitle) {
  EXPECT_EQ(named_in(kTitle + "<main>" + article("a", "Bridge shut after the storm", 1) +
                     article("b", "Ferry back in service", 20) + "</main>"),
            "a");
}

TEST(NamedArticle, IsNoneWhereThereIsOnlyOne) {
  EXPECT_EQ(
      named_in(kTitle + "<main>" + article("a", "Bridge shut after the storm", 1) + "</main>"), "");
}

TEST(NamedArticle, IsNoneWhereNoHeadingSaysTheTitle) {
  EXPECT_EQ(named_in(kTitle + "<main>" + article("a", "Harbour news", 1) +
                     article("b", "Ferry back in service", 20) + "</main>"),
            "");
}

TEST(NamedArticle, IsNoneOfTeasers) {
  EXPECT_EQ(named_in(kTitle + "<main>" + article("a", "Bridge shut after the storm", 1) +
                     "<article><h2>Ferry back</h2><p>Short.</p></article></main>"),
            "");
}

TEST(AboveHeadline, NothingIsTheArticles) {
  const Page page = page_of(kTitle + "<div>" + paragraphs(50, 1) +
                            "<h1>Bridge shut after the storm</h1>" + paragraphs(1, 6) + "</div>");
  const auto kept = texts_of(page, drop_above_headline(page, all_blocks(page)));
  ASSERT_FALSE(kept.empty());
  for (const std::string& text : kept) EXPECT_EQ(text.find("Sentence 50 "), std::string::npos);
}

TEST(AboveHeadline, WhatWouldLeaveHardlyAnythingStays) {
  const Page page = page_of(kTitle + "<div>" + paragraphs(50, 6) +
                            "<h1>Bridge shut after the storm</h1>" + paragraphs(1, 1) + "</div>");
  EXPECT_EQ(drop_above_headline(page, all_blocks(page)), all_blocks(page));
}

TEST(AboveHeadline, TheHeadlineItselfOpensNoText) {
  const Page page =
      page_of(kTitle + "<div><h2>Bridge shut after the storm</h2>" + paragraphs(1, 6) + "</div>");
  EXPECT_EQ(drop_above_headline(page, all_blocks(page)).size(), 6U);
}

TEST(AboveHeadline, OfNothingIsNothing) {
  EXPECT_TRUE(drop_above_headline(page_of("<p>x</p>"), {}).empty());
}

}  // namespace
}  // namespace dateline::indexer::page::named_article_test
