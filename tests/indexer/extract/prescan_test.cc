#include "indexer/extract/prescan.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page {
namespace {

TEST(Prescan, DropsWhatNobodyReads) {
  EXPECT_EQ(
      prescan("a<script>var x = '<p>';</script>b<STYLE>p{}</STYLE>c<!-- <p> -->d<svg><p/></svg>e")
          .markup,
      "abcde");
  EXPECT_EQ(prescan("a<noscript><p>x</p></noscript>b<!DOCTYPE html><?php x ?>c").markup, "abc");
}

TEST(Prescan, KeepsTheAttributesThatAreRead) {
  EXPECT_EQ(prescan("<P CLASS=lead onclick='x()' data-foo=1 id='a\"b'>").markup,
            "<p class=\"lead\" id='a\"b'>");
  EXPECT_EQ(prescan("<div style='color: red; display : none'>").markup, "<div hidden=\"\">");
  EXPECT_EQ(prescan("<br/><img src=x>").markup, "<br><img>");
}

TEST(Prescan, KeepsJsonLdAside) {
  const Prescan scanned = prescan(
      "<script type='application/ld+json'>{\"a\": 1}</script><script "
      "type=application/json>{}</script>");
  EXPECT_EQ(scanned.json_ld, std::vector<std::string>{"{\"a\": 1}"});
  EXPECT_EQ(scanned.markup, "");
}

TEST(Prescan, UnclosedElementsLoseOnlyWhatBrowsersLose) {
  EXPECT_EQ(prescan("a<svg>b").markup, "ab");
  EXPECT_EQ(prescan("a<script>b").markup, "a");
  EXPECT_EQ(prescan("a<!--b").markup, "a");
  EXPECT_EQ(prescan("a<!-->b<!--->c").markup, "abc");
  EXPECT_EQ(prescan("a<p class=\"b").markup, "a<p class=\"b\">");
}

TEST(Prescan, TheBodyBeginsWhereItsFirstElementDoes) {
  EXPECT_EQ(prescan("<meta name=a content=b><main><p>").markup,
            "<meta name=\"a\" content=\"b\"><body><main><p>");
  EXPECT_EQ(prescan("<body><main>").markup, "<body><main>");
  EXPECT_EQ(prescan("<p><b>").markup, "<p><b>");
}

TEST(Prescan, KeepsWhereOtherScriptsAre) {
  const std::string page = "<script>var a;</script><script></script><p><script>b</script>";
  const Prescan scanned = prescan(page);
  ASSERT_EQ(scanned.scripts.size(), 2U);
  EXPECT_EQ(scanned.scripts[0].of(page), "var a;");
  EXPECT_EQ(scanned.scripts[1].of(page), "b");
}

TEST(Prescan, APageMayEndAnywhere) {
  const std::string page =
      "a<!--b--><p class='c' id=\"d\"><script type=x>e</script><?f?>&amp;</p><!--->";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    EXPECT_LE(prescan(std::string_view(page).substr(0, size)).markup.size(), size + 8) << size;
  }
  EXPECT_EQ(prescan("a<!").markup, "a");
  EXPECT_EQ(prescan("a<?").markup, "a");
  EXPECT_EQ(prescan("a<!-").markup, "a");
}

TEST(Prescan, SignsThatOpenNothingAreText) {
  EXPECT_EQ(prescan("1 < 2 & 3 &amp; AT&T <").markup, "1 &lt; 2 &amp; 3 &amp; AT&T &lt;");
}

}  // namespace
}  // namespace dateline::indexer::page
