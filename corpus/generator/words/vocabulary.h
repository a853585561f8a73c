// The words: English function words at the top ranks, below them invented words without end.
//
// An invented word is its rank written in syllables, so no two ranks share a spelling and no table
// is kept: the shorter, the more frequent, as in any language. All end in a vowel other than e and
// one of eight consonants, which keeps them apart from the function words and from all names, and
// makes the English stemmer take -s, -ed and -ing off them again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::corpus {

class Vocabulary {
 public:
  Vocabulary();

  // Ranks 1 to this are function words: "the", "of", "to", …
  static std::uint64_t function_words();

  // Appends the word of a rank (from 1).
  void append(std::string& out, std::uint64_t rank) const;
  std::string word(std::uint64_t rank) const;

 private:
  void append_invented(std::string& out, std::uint64_t index) const;

  std::vector<std::string> core_;  // the core's words spelled out, for speed
};

// A number as syllables, each number its own: bijective numeration, so there are no leading zeros
// to drop. Ends in a vowel; empty for 0. Shared with the names.
void append_syllables(std::string& out, std::uint64_t number);

}  // namespace dateline::corpus
