// The numbers, words and signs that a date is made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer::page {

// A number, a word or a sign of a line that may hold a date.
struct DateToken {
  enum class Kind { kNumber, kWord, kSign } kind;
  std::string_view text;
  int number = 0;
};

// The tokens of `text`, which they point into. White space parts tokens and is none itself; the
// East Asian signs for year, month and day are signs, their Korean fellows too.
std::vector<DateToken> date_tokens(std::string_view text);

// `text` with the digits of other scripts (Arabic, Persian, Devanagari, Bengali, Thai, full width)
// as ASCII digits, and the T between day and time of ISO forms as a space.
std::string with_plain_digits(std::string_view text);

}  // namespace dateline::indexer::page
