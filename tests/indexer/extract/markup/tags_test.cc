#include "indexer/extract/markup/tags.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::page::tags_test {
namespace {

TEST(Tag, IsTheElementOfThatName) {
  struct Case {
    const char* name;
    Tag tag;
  };
  for (const auto& [name, tag] :
       {Case{"a", Tag::kA}, Case{"video", Tag::kVideo}, Case{"h1", Tag::kH1}, Case{"h6", Tag::kH6},
        Case{"blockquote", Tag::kBlockquote}, Case{"figcaption", Tag::kFigcaption},
        Case{"main", Tag::kMain}, Case{"tr", Tag::kTr}}) {
    EXPECT_EQ(tag_of(name), tag) << name;
  }
}

TEST(Tag, OfAnyOtherNameIsOther) {
  for (const char* name : {"", "A", "P", "h7", "h", "amp-img", "svg", "zzz", "p ", "<p>"}) {
    EXPECT_EQ(tag_of(name), Tag::kOther) << name;
  }
}

TEST(Block, IsWhatPartsParagraphs) {
  for (const char* name :
       {"p",          "div",  "li",      "ul",      "td",         "tr",    "table",
        "h1",         "h6",   "article", "section", "blockquote", "pre",   "figure",
        "figcaption", "hr",   "body",    "main",    "nav",        "aside", "footer",
        "header",     "form", "address", "dd"}) {
    EXPECT_TRUE(is_block(tag_of(name))) << name;
  }
}

TEST(Block, IsNotWhatStandsWithinALine) {
  for (const char* name : {"a", "b", "i", "em", "strong", "span", "font", "br", "img", "sup", "sub",
                           "time", "mark", "q", "cite", "code", "small", "abbr", "label"}) {
    EXPECT_FALSE(is_block(tag_of(name))) << name;
  }
  EXPECT_FALSE(is_block(Tag::kText));
  EXPECT_FALSE(is_block(Tag::kOther)) << "an element that nobody knows parts no words";
}

TEST(Heading, IsOfOneOfSixRanks) {
  for (const char* name : {"h1", "h2", "h3", "h4", "h5", "h6"}) {
    EXPECT_TRUE(is_heading(tag_of(name))) << name;
  }
  for (const char* name : {"h7", "header", "head", "hr", "html", "p", "title", "figcaption"}) {
    EXPECT_FALSE(is_heading(tag_of(name))) << name;
  }
}

TEST(Heading, OfHigherRankComesFirst) { EXPECT_LT(tag_of("h1"), tag_of("h2")); }

}  // namespace
}  // namespace dateline::indexer::page::tags_test
