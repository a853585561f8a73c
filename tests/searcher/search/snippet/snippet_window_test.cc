#include "searcher/search/snippet/snippet_window.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "common/base/utf8.h"

namespace dateline::search {
namespace {

// The span of the `nth` occurrence of `word`, as the query's word `number`.
MarkedSpan span(std::string_view text, std::string_view word, std::uint32_t number, int nth = 1) {
  std::size_t at = text.find(word);
  for (; nth > 1; --nth) at = text.find(word, at + 1);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size()), number};
}

std::string shown(std::string_view text, const Fragment& fragment) {
  std::string out = fragment.cut_before ? "…" : "";
  out += text.substr(fragment.begin, fragment.end - fragment.begin);
  return out + (fragment.cut_after ? "…" : "");
}

std::string around(std::string_view text, std::string_view word, std::size_t chars) {
  const std::size_t at = text.find(word);
  return shown(text, fragment_around(text, at, at + word.size(), chars));
}

TEST(DensestRunTest, DifferentWordsCountMoreThanRepetition) {
  const std::string text = "iraq iraq iraq " + std::string(50, 'x') + " iraq troops";
  const std::vector<MarkedSpan> spans{span(text, "iraq", 0, 1), span(text, "iraq", 0, 2),
                                      span(text, "iraq", 0, 3), span(text, "iraq", 0, 4),
                                      span(text, "troops", 1)};
  const SpanRun run = densest_run(text, spans, 20, {}, {1, 1});
  EXPECT_EQ(run.first, 3U);
  EXPECT_EQ(run.last, 4U);
}

TEST(DensestRunTest, TheEarliestOfEqualsWins) {
  const std::string text = "iraq " + std::string(50, 'x') + " iraq";
  const SpanRun run =
      densest_run(text, {span(text, "iraq", 0, 1), span(text, "iraq", 0, 2)}, 20, {}, {1});
  EXPECT_EQ(run.first, 0U);
  EXPECT_EQ(run.last, 0U);
}

TEST(DensestRunTest, ARareWordCountsMoreThanTwoCommonOnes) {
  const std::string text = "iraq troops " + std::string(50, 'x') + " kirkuk";
  const std::vector<MarkedSpan> spans{span(text, "iraq", 0), span(text, "troops", 1),
                                      span(text, "kirkuk", 2)};
  EXPECT_EQ(densest_run(text, spans, 20, {}, {2, 2, 9}).first, 2U);
  EXPECT_EQ(densest_run(text, spans, 20, {}, {2, 2, 3}).first, 0U);
}

TEST(DensestRunTest, SpansMayOverlap) {
  const std::string text = "a long phrase and more";
  const std::vector<MarkedSpan> spans{{0, 22, 0}, {2, 6, 1}, {7, 13, 2}};
  const SpanRun run = densest_run(text, spans, 30, {}, {1, 1, 1});
  EXPECT_EQ(run.first, 0U);
  EXPECT_EQ(run.last, 2U);
}

TEST(DensestRunTest, WordsSeenAlreadyGiveWayToOthers) {
  const std::string text = "iraq iraq " + std::string(50, 'x') + " troops";
  const std::vector<MarkedSpan> spans{span(text, "iraq", 0, 1), span(text, "iraq", 0, 2),
                                      span(text, "troops", 1)};
  EXPECT_EQ(densest_run(text, spans, 20, {true, false}, {1, 1}).first, 2U);
}

TEST(DensestRunTest, NeighboursBeatWordsApart) {
  const std::string text = "troops and xx iraq " + std::string(50, 'x') + " iraq troops xx xx";
  const std::vector<MarkedSpan> spans{span(text, "troops", 1, 1), span(text, "iraq", 0, 1),
                                      span(text, "iraq", 0, 2), span(text, "troops", 1, 2)};
  EXPECT_EQ(densest_run(text, spans, 20, {}, {1, 1}).first, 2U);
}

TEST(DensestRunTest, ASpanLongerThanTheWindowStandsAlone) {
  const std::string text = std::string(100, 'a') + " b";
  const std::vector<MarkedSpan> spans{{0, 100, 0}, {101, 102, 1}};
  const SpanRun run = densest_run(text, spans, 10, {}, {1, 1});
  EXPECT_EQ(run.first, run.last);
}

struct Cut {
  const char* text;
  const char* word;
  std::size_t chars;
  const char* shown;
};

std::ostream& operator<<(std::ostream& out, const Cut& cut) { return out << cut.shown; }

class FragmentTest : public ::testing::TestWithParam<Cut> {};

TEST_P(FragmentTest, IsCutAtAnEdgeOfSentenceOrWord) {
  const Cut& cut = GetParam();
  EXPECT_EQ(around(cut.text, cut.word, cut.chars), cut.shown);
}

INSTANTIATE_TEST_SUITE_P(
    Edges, FragmentTest,
    ::testing::Values(
        Cut{"The whole text fits.", "text", 100, "The whole text fits."},
        Cut{"First one. The second has iraq in it. The third is long enough to cut.", "iraq", 32,
            "The second has iraq in it."},
        Cut{"A sentence that goes on about iraq and then goes on still longer without an end",
            "iraq", 30, "…about iraq and then goes on…"},
        Cut{"Said Gen. Mark Milley of iraq. Then more of the text follows here.", "iraq", 32,
            "Said Gen. Mark Milley of iraq."},
        Cut{"A subhead\n\niraq came first and the others after it, all of them", "iraq", 32,
            "iraq came first and the others…"},
        Cut{"\"Is it iraq?\" he asked. \"It is.\" And so on for a while yet.", "iraq", 24,
            "\"Is it iraq?\" he asked."},
        Cut{"supercalifragilisticexpialidocious", "supercalifragilisticexpialidocious", 5,
            "super…"}));

TEST(FragmentTest, ATextsEndIsFilledUpWithWhatCameBefore) {
  EXPECT_EQ(around("One. Two has more. Three is iraq.", "iraq", 30),
            "Two has more. Three is iraq.");
}

TEST(FragmentTest, LengthsAreCharactersNotBytes) {
  const std::string text = "Ağrı Dağı çok yüksek bir dağdır ve güzeldir, öyle değil mi acaba";
  const Fragment fragment = fragment_around(text, 0, 6, 20);
  EXPECT_EQ(shown(text, fragment), "Ağrı Dağı çok yüksek…");
}

TEST(FragmentTest, StopsOfOtherScriptsEndSentences) {
  EXPECT_EQ(around("今天很冷。「北京下雪。」明天也冷，后天更冷，大后天最冷", "北京", 10),
            "「北京下雪。」");
  EXPECT_EQ(around("यह पहला है। दूसरा वाक्य यहाँ है। तीसरा वाक्य", "दूसरा", 22), "दूसरा वाक्य यहाँ है।");
}

TEST(FragmentTest, TextWithoutSpacesIsCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "東京";
  const Fragment fragment = fragment_around(text, 60, 66, 10);
  EXPECT_TRUE(is_valid_utf8(text.substr(fragment.begin, fragment.end - fragment.begin)));
  EXPECT_LE(fragment.end - fragment.begin, 30U);
}

}  // namespace
}  // namespace dateline::search
