// A character's class is worked out from ICU's properties once for each of the Basic Multilingual
// Plane and kept in a table of a byte a character; beyond that plane it is worked out each time.
// Tested by tests/common/text/characters_test.cc.
#include "common/text/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "common/base/utf8.h"

namespace dateline::text {
namespace {

// The signs that people type for an apostrophe: prime, acute, grave, the letters that stand for
// ayin, hamza and okina in transliteration ("Sanaʿa", "Hawaiʻi"), and what marks an acronym in
// Hebrew ("צה״ל").
constexpr std::array<char32_t, 20> kApostrophes{
    '\'',   '`',    0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x0374,
    0x05F3, 0x05F4, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xA78B, 0xA78C, 0xFF07};

// Not the em dash: without spaces around it, it still parts sentences.
constexpr std::array<char32_t, 10> kHyphens{'-',    0x058A, 0x05BE, 0x2010, 0x2011,
                                            0x2012, 0x2013, 0x2212, 0xFE63, 0xFF0D};

constexpr std::array<char32_t, 4> kGroupSpaces{0x00A0, 0x2007, 0x2009, 0x202F};

template <std::size_t kSize>
bool is_one_of(const std::array<char32_t, kSize>& list, char32_t c) {
  return std::ranges::binary_search(list, c);
}

// Thai, Lao, Khmer, Burmese and their like, marks included.
bool is_south_east_asian(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

// Scripts without spaces between words. Hangul has them, but its particles are written on to the
// noun, so that words alone would hide nouns.
bool stands_alone(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) ||
         in_range(c, 0x3005, 0x3007) ||                                 // iteration marks
         in_range(c, 0x3031, 0x31FF) ||                                 // kana, bopomofo, jamo
         in_range(c, 0xAC00, 0xD7A3) || in_range(c, 0x1100, 0x11FF) ||  // Hangul
         in_range(c, 0xFF66, 0xFFDC) ||                                 // half-width kana and jamo
         in_range(c, 0x1AFF0, 0x1B16F) ||                               // more kana
         is_south_east_asian(c);
}

// Superscripts and circled digits read as digits; a vulgar fraction is a word ("½" → "1/2"); the
// rest ("⑴", "㈠") is decoration.
CharClass class_of_other_number(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error) != 0) return CharClass::kSeparator;
  const icu::UnicodeString plain =
      nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
  bool digits = !plain.isEmpty();
  for (std::int32_t i = 0; i < plain.length(); ++i) {
    if (plain[i] == 0x2044) return CharClass::kSingle;
    digits = digits && in_range(plain[i], '0', '9');
  }
  return digits ? CharClass::kDigit : CharClass::kSeparator;
}

CharClass class_of_letter(char32_t c) {
  // Ligatures of whole Arabic phrases, and vowel signs spelled on a space.
  if (in_range(c, 0xFDFA, 0xFDFB) || c == 0x037A) return CharClass::kSeparator;
  return stands_alone(c) ? CharClass::kSingle : CharClass::kLetter;
}

// Jamo that follow another, and half-width voicing marks, combine with what stands before them.
bool combines(char32_t c) {
  return in_range(c, 0x1160, 0x11FF) || in_range(c, 0xFF9E, 0xFF9F) || in_range(c, 0xD7B0, 0xD7FB);
}

CharClass look_up(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (is_one_of(kApostrophes, c)) return CharClass::kApostrophe;
  if (is_one_of(kHyphens, c)) return CharClass::kHyphen;
  if (is_one_of(kGroupSpaces, c)) return CharClass::kGroupSpace;
  if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharClass::kIgnorable;
  if (combines(c)) return CharClass::kMark;
  const std::uint32_t category = U_MASK(u_charType(code));
  if ((category & (U_GC_L_MASK | U_GC_NL_MASK)) != 0) return class_of_letter(c);
  // Vowels there are marks, and a part of a word may end before one.
  if ((category & U_GC_M_MASK) != 0) {
    return is_south_east_asian(c) ? CharClass::kSingle : CharClass::kMark;
  }
  if ((category & U_GC_ND_MASK) != 0) return CharClass::kDigit;
  if ((category & U_GC_NO_MASK) != 0) return class_of_other_number(c);
  return CharClass::kSeparator;
}

// The Basic Multilingual Plane in one table: a look-up through ICU's properties costs ten times as
// much, and text in Cyrillic or Arabic asks for every character.
using PlaneTable = std::array<CharClass, 0x10000>;

struct CharRange {
  char32_t first;
  char32_t last;
};

// Two thirds of the plane are of one class from end to end, so that the table is made in a third of
// the time that a program would take to start with it: ideographs, Hangul syllables, and what no
// text has (surrogates, private use).
constexpr std::array kUniform{CharRange{0x3400, 0x4DB5}, CharRange{0x4E00, 0x9FEF},
                              CharRange{0xAC00, 0xD7A3}, CharRange{0xD800, 0xF8FF}};

PlaneTable make_plane_table() {
  PlaneTable table{};
  char32_t c = 0;
  const auto fill_to = [&](char32_t end) {
    for (; c < end; ++c) table[c] = look_up(c);
  };
  for (const CharRange& range : kUniform) {
    fill_to(range.first);
    std::fill(table.begin() + range.first, table.begin() + range.last + 1, look_up(range.first));
    c = range.last + 1;
  }
  fill_to(static_cast<char32_t>(table.size()));
  return table;
}

const PlaneTable& plane_table() {
  static const auto kTable = std::make_unique<const PlaneTable>(make_plane_table());
  return *kTable;
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The well-formed sequences of two and three bytes that text is full of, without a call: worth a
// tenth of the time that Cyrillic takes.
DecodedChar decode(std::string_view text, std::size_t at, unsigned char lead) {
  const char* const bytes = text.data() + at;
  const auto tail = [bytes](int i) { return static_cast<char32_t>(bytes[i] & 0x3F); };
  if (lead >= 0xC2 && lead <= 0xDF && text.size() - at >= 2 && continues(bytes[1])) {
    return {(lead & 0x1FU) << 6 | tail(1), 2};
  }
  const bool unrestricted = lead > 0xE0 && lead < 0xF0 && lead != 0xED;
  if (unrestricted && text.size() - at >= 3 && continues(bytes[1]) && continues(bytes[2])) {
    return {(lead & 0x0FU) << 12 | tail(1) << 6 | tail(2), 3};
  }
  return decode_utf8(text, at);
}

}  // namespace

CharClass class_of(char32_t c) {
  if (c < 0x80) return internal::kAsciiClasses[c];
  return c < 0x10000 ? plane_table()[c] : look_up(c);
}

Char internal::wide_char_at(std::string_view text, std::size_t at) {
  const DecodedChar decoded = decode(text, at, static_cast<unsigned char>(text[at]));
  return {decoded.code_point, static_cast<std::uint32_t>(decoded.length),
          class_of(decoded.code_point)};
}

}  // namespace dateline::text
