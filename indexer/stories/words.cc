#include "indexer/stories/words.h"

#include <utility>

#include "common/base/probe_table.h"
#include "common/text/characters.h"

namespace dateline::indexer {
namespace {

using text::CharClass;

// FNV-1a's numbers; what it lacks of spreading is made up for at the end.
constexpr std::uint64_t kBasis = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kPrime = 0x100000001B3ULL;

constexpr char32_t kCaseDistance = 0x20;

// Of the alphabets that news has in two cases most; others are compared as they are written.
char32_t lower(char32_t c) {
  using text::in_range;
  if (c < 0x80) return in_range(c, 'A', 'Z') ? c + kCaseDistance : c;
  if (in_range(c, 0xC0, 0xDE) && c != 0xD7) return c + kCaseDistance;
  if (in_range(c, 0x139, 0x148) || in_range(c, 0x179, 0x17E)) return c + (c & 1U);
  if (in_range(c, 0x100, 0x177)) return c | 1U;
  if (in_range(c, 0x391, 0x3A9) || in_range(c, 0x410, 0x42F)) return c + kCaseDistance;
  if (in_range(c, 0x400, 0x40F)) return c + 0x50;
  return c;
}

bool ends_sentence(char32_t c) {
  if (c == ' ' || c == ',') return false;  // nearly all that separates words
  constexpr std::u32string_view kEnds = U".!?:;\n\"\u00AB\u00BB\u2018\u201C\u201E\u2026\u3002";
  return kEnds.find(c) != std::u32string_view::npos;
}

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && (text::byte_bits(text[at]) & text::kDigitByte) != 0;
}

}  // namespace

bool WordReader::find_beginning() {
  while (at_ < text_.size()) {
    if ((text::byte_bits(text_[at_]) & text::kAlnum) != 0) return true;
    const text::Char c = text::char_at(text_, at_);
    if (c.in_word() || c.kind == CharClass::kSingle) return true;
    if (ends_sentence(c.code)) begins_sentence_ = true;
    singles_ = {};
    at_ += c.length;
  }
  return false;
}

// "1,250", "3.5", "101-5/8", "12:30": what stands between two digits.
bool WordReader::joins_digits() const {
  constexpr std::string_view kJoining = ".,:/-";
  return kJoining.find(text_[at_]) != std::string_view::npos && is_digit(text_, at_ - 1) &&
         is_digit(text_, at_ + 1);
}

void WordReader::read_run(HashedWord& word) {
  const text::Char first = text::char_at(text_, at_);
  const bool is_number = first.kind == CharClass::kDigit;
  const bool is_capital = lower(first.code) != first.code;
  std::uint64_t hash = kBasis;
  while (at_ < text_.size()) {
    // Nearly all letters are of ASCII: this does for them what the rest does for all.
    if (const std::uint8_t bits = text::byte_bits(text_[at_]); (bits & text::kAlnum) != 0) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      hash = (hash ^ ((bits & text::kUpper) != 0 ? byte + kCaseDistance : byte)) * kPrime;
      ++word.letters;
      ++at_;
      continue;
    }
    const text::Char c = text::char_at(text_, at_);
    if (c.in_word() || c.kind == CharClass::kMark) {
      hash = (hash ^ lower(c.code)) * kPrime;
      ++word.letters;
    } else if (c.kind != CharClass::kIgnorable) {
      if (!is_number || !joins_digits()) break;
      hash = (hash ^ c.code) * kPrime;
    }
    at_ += c.length;
  }
  word.hash = spread(hash);
  constexpr char32_t kAfterArmenian = 0x590;  // beyond, hardly a script has capitals
  word.has_case = first.code < kAfterArmenian;
  if (is_number) {
    word.kind = WordKind::kNumber;
  } else if (is_capital && !begins_sentence_ && word.letters > 1) {
    word.kind = WordKind::kName;
  }
}

void WordReader::read_single(HashedWord& word, char32_t code) {
  const std::uint64_t own = spread(kBasis ^ code);
  word.hash = spread(own + singles_[0] * 3 + singles_[1] * 5);
  word.letters = 1;
  singles_ = {own, singles_[0]};
}

bool WordReader::next(HashedWord& word) {
  if (!find_beginning()) return false;
  word = {};
  const text::Char c = text::char_at(text_, at_);
  if (c.kind == CharClass::kSingle) {
    at_ += c.length;
    read_single(word, c.code);
  } else {
    singles_ = {};
    read_run(word);
  }
  word.begins_sentence = std::exchange(begins_sentence_, false);
  return true;
}

}  // namespace dateline::indexer
