#include "indexer/extract/markup/prescan.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::prescan_test {
namespace {

// A row of the table: "class=lead id=a".
std::string row(const Prescan& scanned, std::size_t number) {
  std::string out;
  const AttributeTable& table = scanned.attributes;
  for (std::size_t i = 0; i < table.rows.at(number).count; ++i) {
    const auto& attribute = table.attributes.at(table.rows[number].begin + i);
    out += std::to_string(static_cast<int>(attribute.name)) + "=";
    out.append(table.value(attribute)).append(" ");
  }
  return out;
}

std::string named(AttributeName name, std::string_view value) {
  return std::to_string(static_cast<int>(name)) + "=" + std::string(value) + " ";
}

TEST(Prescan, DropsWhatNobodyReads) {
  EXPECT_EQ(
      prescan("a<script>var x = '<p>';</script>b<STYLE>p{}</STYLE>c<!-- <p> -->d<svg><p/></svg>e")
          .markup,
      "abcde");
  EXPECT_EQ(prescan("a<noscript><p>x</p></noscript>b<!DOCTYPE html><?php x ?>c").markup, "abc");
}

TEST(Prescan, KeepsTheAttributesThatAreReadInATable) {
  const Prescan scanned = prescan(
      "<P CLASS=lead onclick='x()' data-foo=1 id='a\"b'><div style='color: red; display : none'>"
      "<br/><img src=x>");
  EXPECT_EQ(scanned.markup, "<p r=0><div r=1><br><img>");
  ASSERT_EQ(scanned.attributes.rows.size(), 2U);
  EXPECT_EQ(row(scanned, 0),
            named(AttributeName::kClass, "lead") + named(AttributeName::kId, "a\"b"));
  EXPECT_EQ(row(scanned, 1), named(AttributeName::kHidden, ""));
}

TEST(Prescan, ReadsReferencesInValues) {
  const Prescan scanned = prescan("<p class=lead onclick=x id='a&amp;\"b&copy=1'>");
  EXPECT_EQ(scanned.markup, "<p r=0>");
  ASSERT_EQ(scanned.attributes.rows.size(), 1U);
  EXPECT_EQ(row(scanned, 0),
            named(AttributeName::kClass, "lead") + named(AttributeName::kId, "a&\"b&copy=1"));
}

TEST(Prescan, ReadsReferencesInTextAndDropsWhatShowsNothing) {
  EXPECT_EQ(prescan("caf&eacute; &#147;x&#148; &lt;b&gt; &amp;").markup, "café “x” &lt;b> &amp;");
  EXPECT_EQ(prescan("a\u200Bb c\uFEFFd e\u00ADf g&#8203;h i&shy;j k\u00A0l").markup,
            "ab cd ef gh ij k\u00A0l");
}

TEST(Prescan, APageCannotNameARow) { EXPECT_EQ(prescan("<p r=0>").markup, "<p>"); }

TEST(Prescan, RunsOfWhiteSpaceAreOneSign) {
  EXPECT_EQ(prescan("a  b\t \tc \n  d\ne <p>  </p>").markup, "a b c\nd\ne <p> </p>");
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
  EXPECT_EQ(prescan("a<p class=\"b").markup, "a<p r=0>");
}

TEST(Prescan, TheBodyBeginsWhereItsFirstElementDoes) {
  EXPECT_EQ(prescan("<meta name=a content=b><main><p>").markup, "<meta r=0><body><main><p>");
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
  EXPECT_EQ(prescan("1 < 2 & 3 &amp; AT&T <").markup, "1 &lt; 2 &amp; 3 &amp; AT&amp;T &lt;");
}

}  // namespace
}  // namespace dateline::indexer::page::prescan_test
