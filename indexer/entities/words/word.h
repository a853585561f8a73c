// A word as taggers read it, with what they ask of it again and again.
//
// These are not the words of common/text/tokenizer.h. Analysis folds away what an index must not
// tell apart, and that is what a tagger reads: capitals, the dots of abbreviations, where sentences
// begin, "al-" before a name. Names that are found are indexed as the words of analysis.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::indexer {

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

}  // namespace dateline::indexer
