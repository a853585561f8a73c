// Pages made to hurt: each gives a record or a named rejection. That they do so in time linear in
// their size is seen in bench/micro/extract_bench.cc; here a quadratic fault would show as a
// hanging test.
#include <gtest/gtest.h>

#include "common/base/utf8.h"
#include "indexer/extract/extract.h"

namespace dateline::indexer::hostile_test {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// "record" or the rejection's code.
std::string outcome(std::string bytes, bool is_text = false) {
  RawDocument document;
  document.bytes = std::move(bytes);
  document.origin.path = "page.html";
  const auto result = is_text ? extract_text(document) : extract_article(document);
  if (result) return is_valid_utf8(result->article.body) ? "record" : "invalid UTF-8";
  EXPECT_EQ(result.error().path, "page.html");
  EXPECT_FALSE(result.error().reason.empty());
  return result.error().code;
}

const std::string kHead = "<h1>A headline of four words</h1>";

TEST(Hostile, EmptyInputsAreNamed) {
  EXPECT_EQ(outcome(""), reject::kEmpty);
  EXPECT_EQ(outcome(" \n\t "), reject::kEmpty);
  EXPECT_EQ(outcome("<p></p>"), reject::kNoText);
  EXPECT_EQ(outcome("", true), reject::kEmpty);
}

TEST(Hostile, NestingIsBounded) {
  EXPECT_EQ(outcome(repeat("<div>", 100'000)), reject::kTooDeep);
  EXPECT_EQ(outcome(repeat("<b>", 300'000) + repeat("</i>", 300'000)), reject::kTooDeep);
}

TEST(Hostile, SizeIsBounded) {
  EXPECT_EQ(outcome(std::string((std::size_t{64} << 20) + 1, 'x')), reject::kTooLarge);
  EXPECT_EQ(outcome(kHead + repeat("<br>", 4'100'000)), reject::kTooLarge);
}

TEST(Hostile, ManySmallThingsAreNoTrouble) {
  for (const std::string_view piece :
       {"<p>A sentence that somebody might read, one day.</p>", "<a href=x>y</a>", "<svg>",
        "<noscript>", "&", "(", "<time>2020-01-06</time>", "<span class=author>By Ann Lee</span>",
        "<h1>A headline of four words</h1>", "<meta name=author content='Ann Lee'>",
        "<table><tr><td>x", "<div class=date>1 2 3 4 5 6</div>"}) {
    const std::string result = outcome(kHead + repeat(piece, 20'000));
    EXPECT_TRUE(result == "record" || result == reject::kTooDeep || result == reject::kNotAnArticle)
        << piece << " " << result;
  }
}

TEST(Hostile, LongTagsAndTitlesAreNoTrouble) {
  EXPECT_EQ(outcome(kHead + "<p class='" + std::string(1'000'000, 'a') + "'>x"), "record");
  EXPECT_EQ(outcome(kHead + "<p " + repeat("a=1 ", 300'000) + ">x"), "record");
  EXPECT_EQ(outcome("<title>" + repeat(" - a", 300'000) + "</title>"), "record");
  EXPECT_EQ(
      outcome("<h1>" + repeat("a - ", 100) + "</h1><title>" + repeat(" | a", 100) + "</title>"),
      "record");
}

TEST(Hostile, BrokenJsonLdIsNoTrouble) {
  for (const std::string& script :
       {std::string(1'000'000, '['), std::string("[").append(repeat("[],", 300'000)).append("[]]"),
        std::string("{\"@type\":\"NewsArticle\",\"headline\":\"")
            .append(repeat("a\"b", 300'000))}) {
    std::string page = "<script type=application/ld+json>";
    page.append(script).append("</script>").append(kHead);
    EXPECT_EQ(outcome(std::move(page)), "record");
  }
}

// A thousand names would be no publisher's; a stack that took one after another would overflow.
TEST(Hostile, APublisherOfManyPartsIsNoTrouble) {
  const std::string page =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A" +
      repeat(" word", 5) + "\",\"publisher\":\"" + repeat("a - ", 30'000) + "\"}</script>" + kHead;
  EXPECT_EQ(outcome(page), "record");
}

// Elements within one another, each asking for all that is below it.
TEST(Hostile, WhatWouldBeReadOverAndOverIsRefused) {
  // No link of them is the section: each begins the title.
  const std::string crumbs = "<title>ab</title>" + kHead + repeat("<div class=breadcrumb>", 200);
  EXPECT_EQ(outcome(crumbs + repeat("<a href=/x>ab</a>", 50'000)), reject::kTooCostly);
  EXPECT_NE(outcome(crumbs + repeat("<a href=/x>ab</a>", 100)), reject::kTooCostly);
}

// The tree counts what finders read of it: for short texts hardly more than it has.
TEST(Hostile, ShortTextsOfNestedElementsAreReadOnce) {
  for (const std::string_view opening :
       {"<time>", "<span class=byline>", "<p class=standfirst>", "<h1>", "<h2 class=category>"}) {
    EXPECT_EQ(outcome(kHead + repeat(opening, 200) + repeat("word ", 400'000)), "record")
        << opening;
  }
}

TEST(Hostile, BytesThatAreNoTextAreNoTrouble) {
  std::string all;
  for (int i = 1; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_EQ(outcome(kHead + repeat(all, 1000)), "record");
  EXPECT_EQ(outcome(std::string(1'000'000, '\0')), reject::kBadMarkup);
  EXPECT_EQ(outcome(repeat("By ann lee\n", 100'000), true), reject::kNoText);
}

}  // namespace
}  // namespace dateline::indexer::hostile_test
