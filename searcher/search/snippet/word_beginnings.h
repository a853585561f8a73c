// Which words a text may have, told by how its words begin: a glance that costs a tenth of reading.
//
//   looked for: troop (stem), iraq      →   tro, iraq
//   "The trousers, and Iraq's army"     →   both: a glance may be wrong
//   "Parliament voted at noon"          →   neither: and then none is there
//
// Of a word that is there a glance tells nearly always. It misses one whose first letters are not
// those of its stem (French "maux", of the stem "mal"), and what stands within a run of letters.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace dateline::search {

// A set of words, by their numbers; those from 63 on are one.
using WordSet = std::uint64_t;
inline WordSet word_set(std::uint32_t number) {
  constexpr std::uint32_t kLast = 63;
  return WordSet{1} << (number < kLast ? number : kLast);
}

class WordBeginnings {
 public:
  // A word is looked for: a folded form, or the stem that words with other endings have. What has no
  // letters and digits is met everywhere.
  void add_form(std::string_view form, std::uint32_t number);
  void add_stem(std::string_view stem, std::uint32_t number);

  // The numbers of the words that `text` may have. Linear, some nanosecond a byte.
  WordSet in(std::string_view text) const;

 private:
  void add(std::string_view word, std::size_t most, std::uint32_t number);
  WordSet at(std::string_view text, std::size_t begin) const;

  std::array<bool, 256> first_{};  // by the low byte of a word's first letter, folded
  std::unordered_map<std::uint64_t, WordSet> words_;  // by their first letters, 16 bits each
  WordSet everywhere_ = 0;
};

}  // namespace dateline::search
