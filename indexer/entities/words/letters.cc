#include "indexer/entities/words/letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline::indexer {
namespace {

// Latin letters with marks stand between these two; their bare letters are looked up here.
constexpr char32_t kFirstMarked = 0xC0;
constexpr char32_t kLastMarked = 0x1EFF;

using BareLetters = std::array<char16_t, kLastMarked - kFirstMarked + 1>;

// Letters that Unicode does not take apart, but newspapers do.
char32_t undecomposed(char32_t c) {
  switch (c) {
    case U'ł':
      return 'l';
    case U'đ':
      return 'd';
    case U'ø':
      return 'o';
    case U'ı':
      return 'i';
    default:
      return c;
  }
}

// The lower-case letter under all marks: decompositions are followed to their first character.
char32_t strip_marks(const UNormalizer2* nfd, char32_t c) {
  c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  std::array<UChar, 16> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), parts.data(),
                                                 static_cast<int32_t>(parts.size()), &status);
  return U_SUCCESS(status) && length > 0 ? char32_t{parts[0]} : undecomposed(c);
}

BareLetters make_bare_letters() {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  BareLetters table{};
  for (char32_t c = kFirstMarked; c <= kLastMarked; ++c) {
    // Without ICU's data letters keep their marks: names still agree with themselves.
    table[c - kFirstMarked] = static_cast<char16_t>(U_SUCCESS(status) ? strip_marks(nfd, c) : c);
  }
  return table;
}

char32_t fold(char32_t c) {
  static const BareLetters kTable = make_bare_letters();
  if (c >= kFirstMarked && c <= kLastMarked) return kTable[c - kFirstMarked];
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

Letter wide_letter_at(std::string_view text, std::size_t at) {
  const DecodedChar decoded = decode_utf8(text, at);
  const auto c = static_cast<UChar32>(decoded.code_point);
  const auto length = static_cast<std::uint8_t>(decoded.length);
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) == 0) {
    return {0, length, LetterCase::kNone, false};
  }
  const LetterCase letter_case = (mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0 ? LetterCase::kUpper
                                 : (mask & U_GC_LL_MASK) != 0                ? LetterCase::kLower
                                                                             : LetterCase::kNone;
  return {fold(decoded.code_point), length, letter_case, (mask & U_GC_ND_MASK) != 0};
}

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, LetterCase::kNone, false};
  const char c = text[at];
  if (is_ascii_lower(c)) return {static_cast<char32_t>(c), 1, LetterCase::kLower, false};
  if (is_ascii_upper(c)) {
    return {static_cast<char32_t>(ascii_lower(c)), 1, LetterCase::kUpper, false};
  }
  if (is_ascii_digit(c)) return {static_cast<char32_t>(c), 1, LetterCase::kNone, true};
  if (static_cast<unsigned char>(c) < 0x80) return {0, 1, LetterCase::kNone, false};
  return wide_letter_at(text, at);
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  return text.substr(at, 3) == "\u2019" ? 3 : 0;
}

}  // namespace dateline::indexer
