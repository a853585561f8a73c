// What must be left out of one text and put into it to make another, word by word.
//
//   the index fell 3.2 percent        →   the index rose 3.2 percent on Monday
//   same "the index", removed "fell", added "rose", same "3.2 percent", added "on Monday"
//
// The least number of words left out and put in (Myers, "An O(ND) Difference Algorithm", 1986): time
// and memory grow with the words times the differences. Tested in
// tests/searcher/output/stories/word_diff_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::output {

struct DiffPiece {
  enum class Kind { kSame, kRemoved, kAdded };
  Kind kind = Kind::kSame;
  std::string text;  // words with a space between them; "\n\n" stands between paragraphs

  friend bool operator==(const DiffPiece&, const DiffPiece&) = default;
};

// Beyond so many differing words, or words in all, nothing is compared: the one text is removed but
// for what both begin and end with, and the other added.
inline constexpr std::size_t kMostDifferences = 1000;
inline constexpr std::size_t kMostComparedWords = 50'000;

std::vector<DiffPiece> word_diff(std::string_view from, std::string_view to);

}  // namespace dateline::output
