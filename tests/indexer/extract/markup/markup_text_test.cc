#include "indexer/extract/markup/markup_text.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page {
namespace {

TEST(MarkupText, TagsGoAndReferencesAreDecoded) {
  EXPECT_EQ(plain_text("  <b>Q&amp;A</b>:\n <i>what&#8217;s &ldquo;next&rdquo;&#x3f;</i> "),
            "Q&A: what\u2019s \u201Cnext\u201D?");
  EXPECT_EQ(plain_text("It&amp;#8217;s"), "It\u2019s");
  EXPECT_EQ(plain_text("&#150;&#xD800;&#99999999;&unknown; AT&T"),
            "\u2013&#xD800;&#99999999;&unknown; AT&T");
  EXPECT_EQ(plain_text("5 < 6 and 7 > 3"), "5 < 6 and 7 > 3");
  EXPECT_EQ(plain_text("re\u00ADport"), "report");
}

TEST(MarkupText, FoldedTextsDifferOnlyInWords) {
  EXPECT_EQ(folded("\u201CIt\u2019s over!\u201D"), folded("its OVER"));
  EXPECT_EQ(folded("Ｆｕｌｌ"), "full");
  EXPECT_NE(folded("a"), folded("b"));
}

TEST(MarkupText, LengthCountsCharacters) { EXPECT_EQ(length_in_characters("a\u00FC\u4E2D"), 3U); }

// With a search for the end at each "<" this would be a million million steps.
TEST(MarkupText, StraySignsBeforeOneEndAreReadOnce) {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "< ";
  EXPECT_EQ(plain_text(text + ">").size(), 2'000'001U);
}

}  // namespace
}  // namespace dateline::indexer::page
