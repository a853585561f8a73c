// Tested by the tables of tests/common/text/language_tokens_test.cc.
#include "common/text/spellings/gershayim.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/utf8.h"

namespace dateline::text {
namespace {

constexpr std::string_view kGershayim = "\u05F4";

constexpr std::array<std::string_view, 7> kQuotes{"\"",     "\u201C", "\u201D", "\u201E",
                                                  "\u201F", "\u2033", "\uFF02"};
constexpr std::array<std::string_view, 4> kSingles{"'", "\u2018", "\u2019", "\u05F3"};

constexpr bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_hebrew_letter(char32_t c) { return is_in(c, 0x05D0, 0x05EA); }
bool is_point(char32_t c) { return is_in(c, 0x0591, 0x05BD) || is_in(c, 0x05BF, 0x05C7); }

// Letters in the form that they have at a word's end: no sign of an acronym follows them.
bool is_final(char32_t c) {
  return c == 0x05DA || c == 0x05DD || c == 0x05DF || c == 0x05E3 || c == 0x05E5;
}

// Of the words that are written on to the next one: and, the, in, as, to, from, that.
bool is_prefix(char32_t c) {
  return c == 0x05D5 || c == 0x05D4 || c == 0x05D1 || c == 0x05DB || c == 0x05DC || c == 0x05DE ||
         c == 0x05E9;
}

// Hebrew characters and points take two bytes each.
constexpr std::size_t kBytes = 2;

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).code_point : U' ';
}

char32_t character_before(std::string_view text, std::size_t at) {
  return at >= kBytes ? character_at(text, at - kBytes) : U' ';
}

// A letter's points stand behind it.
std::size_t without_points(std::string_view text, std::size_t at) {
  while (is_point(character_before(text, at))) at -= kBytes;
  return at;
}

std::size_t sign_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 6);
  for (const std::string_view quote : kQuotes) {
    if (rest.starts_with(quote)) return quote.size();
  }
  for (const std::string_view single : kSingles) {
    if (!rest.starts_with(single)) continue;
    return rest.substr(single.size()).starts_with(single) ? 2 * single.size() : 0;
  }
  return 0;
}

struct Letters {
  std::size_t count = 0;
  bool prefixes = true;  // none but letters that are words
};

// More are no prefixes, and are no more counted.
constexpr std::size_t kMostPrefixes = 4;

Letters letters_before(std::string_view text, std::size_t at) {
  Letters letters;
  for (at = without_points(text, at); letters.count <= kMostPrefixes; ++letters.count) {
    const char32_t c = character_before(text, at);
    if (!is_hebrew_letter(c)) break;
    letters.prefixes = letters.prefixes && is_prefix(c);
    at = without_points(text, at - kBytes);
  }
  return letters;
}

// Enough to tell an acronym's last letters from a word.
constexpr std::size_t kMostLettersBehind = 3;

// A quotation begins at a sign with `behind` behind it.
bool opens_quotation(std::string_view text, const Letters& before, std::size_t behind) {
  if (!before.prefixes || before.count > kMostPrefixes) return false;
  std::size_t letters = 0;
  std::size_t at = behind;
  for (; letters < kMostLettersBehind; at += kBytes) {
    const char32_t c = character_at(text, at);
    if (is_hebrew_letter(c)) {
      ++letters;
    } else if (!is_point(c)) {
      break;
    }
  }
  return letters >= kMostLettersBehind || (letters == 2 && sign_length(text, at) > 0);
}

}  // namespace

std::size_t gershayim_length(std::string_view text, std::size_t at) {
  const std::size_t length = sign_length(text, at);
  if (length == 0 || !is_hebrew_letter(character_at(text, at + length))) return 0;
  const char32_t letter = character_before(text, without_points(text, at));
  if (!is_hebrew_letter(letter) || is_final(letter)) return 0;
  return opens_quotation(text, letters_before(text, at), at + length) ? 0 : length;
}

std::string with_gershayim(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = gershayim_length(text, at);
    out += length > 0 ? kGershayim : text.substr(at, 1);
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

}  // namespace dateline::text
