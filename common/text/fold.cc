// Three speeds. ASCII is folded byte by byte. Characters of two bytes (Latin, Greek, Cyrillic,
// Hebrew, Arabic) come from a table that the third way fills once. Everything else goes through
// ICU: NFKC_Casefold on the whole word, because composition needs neighbours, and then marks and
// special letters one by one.
//
// Tested by tests/common/text/fold_test.cc.
#include "common/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/text/characters.h"

namespace dateline::text {
namespace {

struct Spelling {
  char32_t letter;
  std::string_view plain;
};

// Letters that Unicode does not decompose, and how those who lack them write them. In lower case:
// case folding comes first. The middle dot is Catalan: col·laborar.
constexpr std::array kSpellings{
    Spelling{0x00B7, ""},       Spelling{0x00E6, "ae"},     Spelling{0x00F0, "d"},
    Spelling{0x00F8, "o"},      Spelling{0x00FE, "th"},     Spelling{0x0111, "d"},
    Spelling{0x0127, "h"},      Spelling{0x0131, "i"},      Spelling{0x0138, "k"},
    Spelling{0x0142, "l"},      Spelling{0x014B, "n"},      Spelling{0x0153, "oe"},
    Spelling{0x0167, "t"},      Spelling{0x0180, "b"},      Spelling{0x0188, "c"},
    Spelling{0x0192, "f"},      Spelling{0x0199, "k"},      Spelling{0x019A, "l"},
    Spelling{0x019E, "n"},      Spelling{0x01A5, "p"},      Spelling{0x01AD, "t"},
    Spelling{0x01B4, "y"},      Spelling{0x01B6, "z"},      Spelling{0x01DD, "e"},
    Spelling{0x0225, "z"},      Spelling{0x0253, "b"},      Spelling{0x0254, "o"},
    Spelling{0x0256, "d"},      Spelling{0x0257, "d"},      Spelling{0x0259, "e"},
    Spelling{0x025B, "e"},      Spelling{0x0260, "g"},      Spelling{0x0263, "g"},
    Spelling{0x0268, "i"},      Spelling{0x0269, "i"},      Spelling{0x026B, "l"},
    Spelling{0x0272, "n"},      Spelling{0x0275, "o"},      Spelling{0x0288, "t"},
    Spelling{0x0289, "u"},      Spelling{0x028B, "v"},      Spelling{0x0292, "z"},
    Spelling{0x02BC, "'"},      Spelling{0x02BE, "'"},      Spelling{0x0450, "\u0435"},
    Spelling{0x0451, "\u0435"}, Spelling{0x045D, "\u0438"}, Spelling{0x0622, "\u0627"},
    Spelling{0x0623, "\u0627"}, Spelling{0x0625, "\u0627"}, Spelling{0x0640, ""},
    Spelling{0x0649, "\u064A"}, Spelling{0x0671, "\u0627"}, Spelling{0x06A9, "\u0643"},
    Spelling{0x06CC, "\u064A"}, Spelling{0x2044, "/"},
};

static_assert(std::ranges::is_sorted(kSpellings, {}, &Spelling::letter));

const Spelling* spelling_of(char32_t c) {
  const auto* const found = std::ranges::lower_bound(kSpellings, c, {}, &Spelling::letter);
  return found != kSpellings.end() && found->letter == c ? found : nullptr;
}

bool is_latin_or_greek(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(static_cast<char>(c));
  return c < 0x0400 || in_range(c, 0x1D00, 0x1FFF) || in_range(c, 0x2C60, 0x2C7F) ||
         in_range(c, 0xA720, 0xA7FF) || in_range(c, 0xAB30, 0xAB6F);
}

// Scripts in which marks are accents, stress or vowel points that writers may leave out.
bool drops_marks(char32_t base) {
  return is_latin_or_greek(base) || in_range(base, 0x0400, 0x06FF) ||
         in_range(base, 0x0750, 0x077F) || in_range(base, 0x08A0, 0x08FF) ||
         in_range(base, 0x2000, 0x2BFF);
}

bool is_mark(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

// The letter under the accents: "ǭ" → "o".
char32_t base_of(char32_t c) {
  if (c < 0x80 || !is_latin_or_greek(c)) return c;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString parts;
  if (U_FAILURE(error) != 0 || nfd->getDecomposition(static_cast<UChar32>(c), parts) == 0) return c;
  return static_cast<char32_t>(parts.char32At(0));
}

void append_plain(std::string& out, char32_t c) {
  if (const Spelling* spelling = spelling_of(c)) {
    out += spelling->plain;
  } else if (u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER) {
    out += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c)));
  } else {
    append_utf8(out, c);
  }
}

// What is left of `normalized` (NFKC, case-folded) once accents and special letters are gone.
void append_without_accents(std::string& out, std::string_view normalized) {
  bool dropping = false;
  for (std::size_t at = 0; at < normalized.size();) {
    const DecodedChar decoded = decode_utf8(normalized, at);
    at += decoded.length;
    const char32_t c = decoded.code_point;
    if (c == ' ') continue;
    if (is_mark(c)) {
      if (!dropping && !drops_marks(c)) append_utf8(out, c);
      continue;
    }
    dropping = drops_marks(c) || u_isdigit(static_cast<UChar32>(c)) != 0;
    append_plain(out, base_of(c));
  }
}

// Apostrophes and hyphens have to go first: NFKC makes a space and a mark of some.
std::string with_plain_signs(std::string_view source) {
  std::string out;
  for (std::size_t at = 0; at < source.size();) {
    const Char c = char_at(source, at);
    if (c.kind == CharClass::kApostrophe) {
      out += '\'';
    } else if (c.kind == CharClass::kHyphen) {
      out += '-';
    } else {
      out += source.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

// Null where ICU's own data is missing. Asked for once: how ICU hands what it has made from one
// thread to another is hidden from the thread sanitizer, which sees a static of ours.
const icu::Normalizer2* nfkc_casefold() {
  static const icu::Normalizer2* const kInstance = [] {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* made = icu::Normalizer2::getNFKCCasefoldInstance(error);
    return U_SUCCESS(error) != 0 ? made : nullptr;
  }();
  return kInstance;
}

std::string normalized(std::string_view source) {
  const std::string plain = with_plain_signs(source);
  std::string out;
  const icu::Normalizer2* nfkc = nfkc_casefold();
  UErrorCode error = U_ZERO_ERROR;
  if (nfkc != nullptr) {
    icu::StringByteSink<std::string> sink(&out);
    nfkc->normalizeUTF8(0, plain, sink, nullptr, error);
  }
  // A word that is only lower-cased beats none.
  return nfkc != nullptr && U_SUCCESS(error) != 0 ? out : to_ascii_lower(plain);
}

void append_by_icu(std::string& out, std::string_view source) {
  append_without_accents(out, normalized(source));
}

// The folded form of one character of two bytes.
struct ShortFold {
  std::array<char, 7> bytes;
  std::uint8_t size;
};

constexpr std::uint8_t kNeedsNeighbours = 0xFF;
constexpr char32_t kFirstShort = 0x80;
constexpr char32_t kPastShort = 0x800;

using ShortTable = std::array<ShortFold, kPastShort - kFirstShort>;

// Marks that NFC joins with the letter before them: accents, and Arabic madda and hamza.
bool composes(char32_t c) { return in_range(c, 0x0300, 0x036F) || in_range(c, 0x0653, 0x0655); }

ShortFold short_fold(char32_t c) {
  std::string source;
  append_utf8(source, c);
  std::string out;
  append_by_icu(out, source);
  ShortFold fold{};
  if (composes(c) || out.size() > fold.bytes.size()) {
    fold.size = kNeedsNeighbours;
    return fold;
  }
  std::ranges::copy(out, fold.bytes.begin());
  fold.size = static_cast<std::uint8_t>(out.size());
  return fold;
}

const ShortTable& short_table() {
  static const ShortTable kTable = [] {
    ShortTable table{};
    for (char32_t c = kFirstShort; c < kPastShort; ++c) table[c - kFirstShort] = short_fold(c);
    return table;
  }();
  return kTable;
}

const ShortFold* short_fold_of(const Char& c) {
  if (c.length != 2 || c.code >= kPastShort) return nullptr;
  const ShortFold& fold = short_table()[c.code - kFirstShort];
  return fold.size == kNeedsNeighbours ? nullptr : &fold;
}

// Kana, Han and Hangul syllables that fold to themselves whatever stands beside them: what could
// combine with them is not among them.
bool is_plain_east_asian(char32_t c) {
  return in_range(c, 0x3041, 0x3096) || in_range(c, 0x30A1, 0x30FC) ||
         in_range(c, 0x4E00, 0x9FFF) || in_range(c, 0xAC00, 0xD7A3);
}

// False where the character needs ICU.
bool append_char(std::string& out, const Char& c) {
  switch (c.kind) {
    case CharClass::kApostrophe:
      out += '\'';
      return true;
    case CharClass::kHyphen:
      out += '-';
      return true;
    case CharClass::kIgnorable:
    case CharClass::kGroupSpace:
      return true;
    default:
      break;
  }
  if (is_plain_east_asian(c.code)) {
    append_utf8(out, c.code);
    return true;
  }
  const ShortFold* const fold = short_fold_of(c);
  if (fold != nullptr) out.append(fold->bytes.data(), fold->size);
  return fold != nullptr;
}

// False, with `out` as it was, where a character needs ICU.
bool append_by_table(std::string& out, std::string_view source) {
  const std::size_t before = out.size();
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (c != ' ') out += c == '`' ? '\'' : ascii_lower(c);
      ++at;
      continue;
    }
    const Char next = char_at(source, at);
    if (!append_char(out, next)) {
      out.resize(before);
      return false;
    }
    at += next.length;
  }
  return true;
}

}  // namespace

void append_folded(std::string& out, std::string_view source) {
  if (!append_by_table(out, source)) append_by_icu(out, source);
}

std::string case_folded(std::string_view source) { return normalized(source); }

std::string folded(std::string_view source) {
  std::string out;
  append_folded(out, source);
  return out;
}

}  // namespace dateline::text
