#include "searcher/output/text_layout.h"

#include <gtest/gtest.h>

#include "searcher/output/answer_text.h"

namespace dateline::output {
namespace {

const program::Style kColour{"[E]", "[H]", "[M]", "[D]", "[/]"};

TEST(ColumnsTest, WideLettersCountTwoAndCombiningMarksNone) {
  EXPECT_EQ(columns("abc"), 3U);
  EXPECT_EQ(columns("naïve"), 5U);
  EXPECT_EQ(columns("e\u0301"), 1U);
  EXPECT_EQ(columns("東京"), 4U);
}

TEST(WrapTest, LinesKeepToTheWidth) {
  EXPECT_EQ(wrap("one two three four five six", "  ", 20), "  one two three four\n  five six\n");
  EXPECT_EQ(wrap("", "  ", 20), "");
  EXPECT_EQ(wrap("averyveryverylongwordindeed x", "", 20), "averyveryverylongwordindeed\nx\n");
  EXPECT_EQ(wrap("東京 東京 東京 東京 東京", "", 20), "東京 東京 東京 東京\n東京\n");
}

TEST(WrapSnippetTest, MarksBecomeColourAndEntitiesLetters) {
  EXPECT_EQ(wrap_snippet("a <mark>b</mark> &lt;c&gt; &amp; &quot;d&#39;", "", 80, kColour),
            "a [M]b[/] <c> & \"d'\n");
  EXPECT_EQ(wrap_snippet("a <mark>b</mark>", "", 80, {}), "a b\n");
}

TEST(WrapSnippetTest, AMarkOverALineEndIsClosedAndOpenedAgain) {
  EXPECT_EQ(wrap_snippet("one two <mark>three four five six</mark>", "> ", 20, kColour),
            "> one two [M]three four[/]\n> [M]five six[/]\n");
}

TEST(WrapSnippetTest, AnEscapedEntityStaysAsItWasWritten) {
  EXPECT_EQ(wrap_snippet("&amp;lt;mark&amp;gt; &lt;mark&gt;", "", 80, kColour),
            "&lt;mark&gt; <mark>\n");
}

struct Summary {
  search::Total total;
  std::size_t hits;
  bool partial;
  const char* line;
};

TEST(RemarksTest, SaysHowManyAndHowSureThatIs) {
  using search::TotalRelation;
  const Summary kCases[] = {
      {{1, TotalRelation::kExact}, 1, false, "1 article, 1 to 1 shown (7 ms)\n"},
      {{2345, TotalRelation::kEstimate}, 10, false, "about 2,345 articles, 1 to 10 shown (7 ms)\n"},
      {{5, TotalRelation::kAtLeast}, 2, true, "at least 5 articles, 1 to 2 shown (7 ms)\n"},
      {{3, TotalRelation::kExact}, 0, false, "3 articles, none on this page (7 ms)\n"},
      {{0, TotalRelation::kExact},
       0,
       false,
       "no article matches; try fewer words, other spellings or --match any\n"},
      {{0, TotalRelation::kAtLeast}, 0, true, "no article found in the time given\n"}};
  for (const Summary& c : kCases) {
    search::Answer answer;
    answer.total = c.total;
    answer.partial = c.partial;
    answer.took = std::chrono::milliseconds(7);
    answer.hits.resize(c.hits);
    for (std::size_t i = 0; i < c.hits; ++i) answer.hits[i].rank = i + 1;
    EXPECT_EQ(remarks_of(answer), c.line);
  }
}

}  // namespace
}  // namespace dateline::output
