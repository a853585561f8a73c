#include "searcher/output/stories/word_diff.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dateline::output {
namespace {

using Kind = DiffPiece::Kind;

// "the [-old-] {+new+} end", as people read it.
std::string marked(const std::vector<DiffPiece>& pieces) {
  std::string out;
  for (const DiffPiece& piece : pieces) {
    if (!out.empty()) out += ' ';
    if (piece.kind == Kind::kRemoved) out += "[-" + piece.text + "-]";
    if (piece.kind == Kind::kAdded) out += "{+" + piece.text + "+}";
    if (piece.kind == Kind::kSame) out += piece.text;
  }
  return out;
}

TEST(WordDiff, LeavesOutAndPutsInTheLeastNumberOfWords) {
  struct Row {
    const char* from;
    const char* to;
    const char* expected;
  };
  constexpr Row kRows[] = {
      {"", "", ""},
      {"one", "", "[-one-]"},
      {"", "one", "{+one+}"},
      {"a b c", "a b c", "a b c"},
      {"a  b\nc", "a b c", "a b c"},
      {"the index fell 3.2 percent", "the index rose 3.2 percent on Monday",
       "the index [-fell-] {+rose+} 3.2 percent {+on Monday+}"},
      {"a b c d", "a c d", "a [-b-] c d"},
      {"a b a b", "b a b a", "[-a-] b a b {+a+}"},
      {"one\n\ntwo", "one two", "one [-\n\n-] two"},
  };
  for (const Row& row : kRows) EXPECT_EQ(marked(word_diff(row.from, row.to)), row.expected);
}

TEST(WordDiff, GivesBothTextsBack) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string texts[2];
    for (std::string& text : texts) {
      const auto words = static_cast<unsigned>(random() % 30);
      for (unsigned i = 0; i < words; ++i) {
        if (!text.empty()) text += ' ';
        text += static_cast<char>('a' + random() % 4);
      }
    }
    std::string from;
    std::string to;
    const auto add = [](std::string& text, const std::string& piece) {
      if (!text.empty()) text += ' ';
      text += piece;
    };
    for (const DiffPiece& piece : word_diff(texts[0], texts[1])) {
      if (piece.kind != Kind::kAdded) add(from, piece.text);
      if (piece.kind != Kind::kRemoved) add(to, piece.text);
    }
    EXPECT_EQ(from, texts[0]);
    EXPECT_EQ(to, texts[1]);
  }
}

TEST(WordDiff, TextsThatDifferTooMuchAreNotCompared) {
  std::string from = "same";
  std::string to = "same";
  for (std::size_t i = 0; i < kMostDifferences; ++i) {
    from += " a" + std::to_string(i);
    to += " b" + std::to_string(i);
  }
  const auto pieces = word_diff(from + " end", to + " end");
  ASSERT_EQ(pieces.size(), 4U);
  EXPECT_EQ(pieces[0].text, "same");
  EXPECT_EQ(pieces[3].text, "end");
}

}  // namespace
}  // namespace dateline::output
