// One pass over the bytes. A run of ASCII digits is a number, a run of letters (every byte above
// ASCII is taken for one) a word, everything else but space a sign:
//
//   "6. Januar 2020"   →   6 | . | Januar | 2020
//   "2020年1月6日"     →   2020 | 年 | 1 | 月 | 6 | 日
//
// Digits of other scripts are made ASCII ones before, by with_plain_digits(). Tested in
// date_tokens_test.cc.
#include "indexer/extract/dates/date_tokens.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "indexer/extract/tables/date_words.h"
#include "indexer/extract/tables/matching.h"

namespace dateline::indexer::page {
namespace {

bool is_letter_byte(char c) {
  return is_ascii_alpha(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool is_east_asian_mark(std::string_view text, std::size_t at) {
  return is_one_of(kEastAsianMarks, text.substr(at, 3));
}

// Invisible signs that set the direction of writing, and no-break spaces.
std::size_t blank_length(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\x8E" || three == "\xE2\x80\x8F" || three == "\xE2\x80\xAF" ? 3 : 0;
}

// The zero of a script's digits, all of which differ in their last byte alone.
struct Zero {
  std::string_view lead;
  unsigned char last;
};

constexpr auto kZeros = std::to_array<Zero>({{"\xD9", 0xA0},
                                             {"\xDB", 0xB0},
                                             {"\xE0\xA5", 0xA6},
                                             {"\xE0\xA7", 0xA6},
                                             {"\xE0\xB9", 0x90},
                                             {"\xEF\xBC", 0x90}});

// The ASCII digit for the one that begins at `at`, and its length; 0 where there is none.
std::pair<char, std::size_t> digit_at(std::string_view text, std::size_t at) {
  for (const Zero& zero : kZeros) {
    const std::size_t last = at + zero.lead.size();
    if (last >= text.size() || text.compare(at, zero.lead.size(), zero.lead) != 0) continue;
    const auto byte = static_cast<unsigned char>(text[last]);
    if (byte >= zero.last && byte < zero.last + 10) {
      return {static_cast<char>('0' + (byte - zero.last)), zero.lead.size() + 1};
    }
  }
  return {'\0', 0};
}

// The end of the run from `at` on whose bytes `belongs` takes.
template <typename Belongs>
std::size_t run_end(std::string_view text, std::size_t at, Belongs belongs) {
  while (at < text.size() && belongs(at)) ++at;
  return at;
}

DateToken number_token(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    if (number < 100'000'000) number = number * 10 + (digit - '0');
  }
  return {DateToken::Kind::kNumber, digits, number};
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (const std::size_t blank = blank_length(text, at); blank > 0) {
      end = at + blank;
    } else if (is_ascii_digit(text[at])) {
      end = run_end(text, at, [&](std::size_t i) { return is_ascii_digit(text[i]); });
      out.push_back(number_token(text.substr(at, end - at)));
    } else if (is_east_asian_mark(text, at)) {
      end = at + 3;
      out.push_back({DateToken::Kind::kSign, text.substr(at, 3)});
    } else if (is_letter_byte(text[at])) {
      end = run_end(text, at, [&](std::size_t i) {
        return is_letter_byte(text[i]) && !is_east_asian_mark(text, i) &&
               (i == at || blank_length(text, i) == 0);
      });
      out.push_back({DateToken::Kind::kWord, text.substr(at, end - at)});
    } else if (!is_ascii_space(text[at])) {
      out.push_back({DateToken::Kind::kSign, text.substr(at, 1)});
    }
    at = end;
  }
  return out;
}

std::string with_plain_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const bool ascii = (static_cast<unsigned char>(text[at]) & 0x80) == 0;
    const auto [digit, length] = ascii ? std::pair('\0', std::size_t{0}) : digit_at(text, at);
    if (length > 0) {
      out += digit;
      at += length;
      continue;
    }
    const bool parts_iso = text[at] == 'T' && at > 0 && is_ascii_digit(text[at - 1]) &&
                           at + 1 < text.size() && is_ascii_digit(text[at + 1]);
    out += parts_iso ? ' ' : text[at];
    ++at;
  }
  return out;
}

}  // namespace dateline::indexer::page
