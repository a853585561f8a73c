#include "indexer/extract/markup/markup_text.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page::markup_text_test {
namespace {

TEST(MarkupText, TagsGoAndReferencesAreDecoded) {
  EXPECT_EQ(plain_text("  <b>Q&amp;A</b>:\n <i>what&#8217;s &ldquo;next&rdquo;&#x3f;</i> "),
            "Q&A: what\u2019s \u201Cnext\u201D?");
  EXPECT_EQ(plain_text("It&amp;#8217;s"), "It\u2019s");
  EXPECT_EQ(plain_text("&#150;&#xD800;&#99999999;&unknown; AT&T"),
            "\u2013\uFFFD\uFFFD&unknown; AT&T");
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

TEST(MarkupText, ParagraphsStayWhereMarkupOrLinesPartThem) {
  struct Case {
    const char* text;
    const char* paragraphs;
  };
  for (const auto& [text, paragraphs] :
       {Case{"<p>One</p><p>Two</p>", "One\n\nTwo"},
        Case{"One<br>Two<BR/>Three", "One\n\nTwo\n\nThree"},
        Case{"<div class=x>One</div><li>Two</li><h2>Three</h2>", "One\n\nTwo\n\nThree"},
        Case{"One\r\nTwo", "One\n\nTwo"},
        Case{"One <b>two</b> <span>three</span>", "One two three"},
        Case{"&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo"},
        Case{"<pre>One</pre>", "One"}, Case{"", ""}, Case{" \n <p> </p>", ""}}) {
    EXPECT_EQ(plain_paragraphs(text), paragraphs) << text;
  }
}

TEST(MarkupText, WhatOnlyBeginsLikeMarkupStays) {
  for (const char* text :
       {"<", "<3", "a < b", "a <", "<>", "&", "&;", "&#;", "&#x;", "R&D", "&averylongname;"}) {
    EXPECT_EQ(plain_text(text), text);
  }
}

TEST(MarkupText, FoldingKeepsLettersAndDigitsOfAllScripts) {
  struct Case {
    const char* text;
    const char* folded;
  };
  for (const auto& [text, expected] :
       {Case{"ÉCOLE d’été", "écoledété"}, Case{"STRASSE Straße", "strassestrasse"},
        Case{"Ελλάδα 2020", "ελλάδα2020"}, Case{"МОСКВА — «Да»", "москвада"},
        Case{"東京、２０２０年", "東京2020年"}, Case{"ﬁnal", "final"},
        Case{"re\u00ADport", "report"}, Case{"e\u0301", "é"}, Case{"— … !", ""}, Case{"", ""}}) {
    EXPECT_EQ(folded(text), expected) << text;
  }
}

TEST(MarkupText, FoldingTwiceIsFoldingOnce) {
  for (const char* text : {"Bridge: shut!", "ÉCOLE", "ŞİŞLİ", "ΜΆΪΟΣ", "ﷺ", "½ mile", "\xFF\xFE"}) {
    EXPECT_EQ(folded(folded(text)), folded(text)) << text;
  }
}

}  // namespace
}  // namespace dateline::indexer::page::markup_text_test
