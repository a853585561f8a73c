// Letters of any alphabet as the tagger sees them: case, and the folded form that keys are made of.
// common/text folds whole words and keeps nothing of their case. Letters are folded one by one here,
// and the shipped model's weights are kept by keys of letters so folded: with another folding the
// model would have to be trained anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::indexer {

enum class LetterCase : std::uint8_t { kNone, kLower, kUpper };  // kNone: letters without case too

struct Letter {
  char32_t folded;      // lower case, no accent; 0 where there is no letter or digit
  std::uint8_t length;  // bytes
  LetterCase letter_case;
  bool digit;

  explicit operator bool() const { return folded != 0; }
};

// The character at byte `at`; no letter at the end of the text.
Letter letter_at(std::string_view text, std::size_t at);

// Bytes of an apostrophe (plain or typographic) at `at`; 0 if there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at);

}  // namespace dateline::indexer
