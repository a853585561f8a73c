// A text as the words that the rule tagger reads, with what it asks of each of them again and
// again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::indexer {

class Lexicon;

// Bytes of a text that are tagged; what follows is not read, since spans count bytes in 32 bits.
inline constexpr std::size_t kLongestText = std::size_t{1} << 31U;

enum class Shape : std::uint8_t {
  kOther,    // numbers, codes, "London-based", "eBay"
  kLower,    // "president"
  kCapital,  // "Esper", "O'Brien", "F."
  kUpper,    // "NATO", "U.S."
  kMixed,    // "al-Assad", "d'Estaing"
};

struct Word {
  std::uint32_t begin;  // bytes [begin, end) of the text, without a possessive 's
  std::uint32_t end;
  std::uint32_t categories;  // what the lexicon says of the word alone
  Shape shape;
  bool opens;         // first of a sentence, a quotation or a list item: a capital tells nothing
  bool joined;        // nothing but blanks between it and the word before
  bool dotted;        // ends with the dot of an abbreviation or initial
  std::uint64_t key;  // folded case and accents; acronyms by their letters alone ("U.S." is "US")

  bool is_capital() const {
    return shape == Shape::kCapital || shape == Shape::kUpper || shape == Shape::kMixed;
  }
  bool is(std::uint32_t category) const { return (categories & category) != 0; }
};

// Words of `text` in order: runs of letters and digits with the apostrophes, hyphens and dots that
// belong to them, and "&". Linear. `lexicon` tells categories and which dots are of abbreviations;
// without it categories are 0 and a dot belongs to the word if a space or the end follows it.
std::vector<Word> split_words(std::string_view text, const Lexicon* lexicon);

}  // namespace dateline::indexer
