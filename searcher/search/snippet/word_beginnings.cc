// A word is looked at where it begins and nowhere else: its first letter tells of nine in ten that
// they are none of those. Letters are compared as the analysis folds them, one by one, and signs
// between them are passed over: "U. S." begins as "us", "e-mail" as "email". Tested by
// tests/searcher/search/snippet/word_beginnings_test.cc, against reading too.
#include "searcher/search/snippet/word_beginnings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "common/text/characters.h"
#include "common/text/fold.h"

namespace dateline::search {
namespace {

constexpr std::size_t kMostLetters = 4;
// Of a stem; those behind may be of an ending.
constexpr std::size_t kMostOfStem = 3;
constexpr std::size_t kMostSigns = 4;  // between two letters of a word
// Latin, Greek and Cyrillic letters, which have accents and cases.
constexpr char32_t kFoldedLetters = 0x530;

// A character as UTF-8; `code` is below 0x800 and not ASCII.
std::string two_bytes(char32_t code) {
  return {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
}

std::vector<std::uint16_t> make_folded_letters() {
  std::vector<std::uint16_t> out(kFoldedLetters);
  for (char32_t code = 0; code < kFoldedLetters; ++code) {
    const std::string folded =
        text::folded(code < 0x80 ? std::string(1, static_cast<char>(code)) : two_bytes(code));
    out[code] = static_cast<std::uint16_t>(folded.empty() ? code : text::char_at(folded, 0).code);
  }
  return out;
}

std::uint16_t folded_letter(char32_t code) {
  static const std::vector<std::uint16_t> kLetters = make_folded_letters();
  return code < kFoldedLetters ? kLetters[code] : static_cast<std::uint16_t>(code);
}

bool is_letter(const text::Char& c) { return c.in_word() || c.kind == text::CharClass::kSingle; }

bool is_unseen(const text::Char& c) {
  return c.kind == text::CharClass::kMark || c.kind == text::CharClass::kIgnorable;
}

// The first letters of what begins at a byte, at most `most` of them, as a number that has the last
// one in its lowest 16 bits.
class Letters {
 public:
  Letters(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  // False at the end.
  bool next() {
    for (std::size_t signs = 0; signs <= kMostSigns;) {
      const text::Char c = text::char_at(text_, at_);
      if (c.length == 0) return false;
      at_ += c.length;
      if (is_letter(c)) {
        key_ = key_ << 16U | folded_letter(c.code);
        return true;
      }
      if (!is_unseen(c)) ++signs;
    }
    return false;
  }

  std::uint64_t key() const { return key_; }

 private:
  std::string_view text_;
  std::size_t at_;
  std::uint64_t key_ = 0;
};

// Of a folded form so many bytes that no letter is among them, or behind them, which some text has
// as one: "mueller" is also "Müller", "strasse" "Straße", "aarhus" "Århus".
std::size_t before_pairs(std::string_view form) {
  for (std::size_t at = 0; at + 1 < form.size(); ++at) {
    const std::string_view pair = form.substr(at, 2);
    const bool one = (pair[1] == 'e' && (pair[0] == 'a' || pair[0] == 'o' || pair[0] == 'u')) ||
                     pair == "ss" || pair == "aa" || pair == "th" || pair == "ij" || pair == "dz";
    if (one) return at + 1;
  }
  return form.size();
}

// Behind the letters that stand at `at`.
std::size_t behind_letters(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char byte = text[at];
    if ((text::byte_bits(byte) & text::kAlnum) != 0) {
      ++at;
      continue;
    }
    if ((text::byte_bits(byte) & text::kHigh) == 0) break;
    const text::Char c = text::char_at(text, at);
    if (!c.in_word() && !is_unseen(c)) break;
    at += c.length;
  }
  return at;
}

}  // namespace

void WordBeginnings::add_form(std::string_view form, std::uint32_t number) {
  add(form.substr(0, before_pairs(form)), kMostLetters, number);
}

// "cry" has the stem "cri", "dying" has "die": of short ones the last letter says nothing.
void WordBeginnings::add_stem(std::string_view stem, std::uint32_t number) {
  std::size_t most = kMostOfStem;
  if (is_ascii_digit(stem[0])) {
    most = kMostLetters;
  } else if (stem.size() <= kMostOfStem && stem.size() > 1) {
    most = stem.ends_with("ie") ? 1 : stem.size() - 1;
  }
  add(stem.substr(0, before_pairs(stem)), most, number);
}

void WordBeginnings::add(std::string_view word, std::size_t most, std::uint32_t number) {
  Letters letters(word, 0);
  std::size_t count = 0;
  while (count < most && letters.next()) ++count;
  if (count == 0) {
    everywhere_ |= word_set(number);
    return;
  }
  words_[letters.key()] |= word_set(number);
  first_[letters.key() >> 16U * (count - 1) & 0xFFU] = true;
}

WordSet WordBeginnings::at(std::string_view text, std::size_t begin) const {
  WordSet out = 0;
  Letters letters(text, begin);
  for (std::size_t count = 0; count < kMostLetters && letters.next(); ++count) {
    if (count == 0 && !first_[letters.key() & 0xFFU]) break;
    if (const auto found = words_.find(letters.key()); found != words_.end()) out |= found->second;
  }
  return out;
}

WordSet WordBeginnings::in(std::string_view text) const {
  WordSet out = everywhere_;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint8_t bits = text::byte_bits(text[at]);
    if ((bits & text::kAlnum) != 0) {
      if (first_[static_cast<unsigned char>(ascii_lower(text[at]))]) out |= this->at(text, at);
      at = behind_letters(text, at);
    } else if ((bits & text::kHigh) == 0) {
      ++at;
    } else {
      const text::Char c = text::char_at(text, at);
      if (is_letter(c)) out |= this->at(text, at);
      at += c.length;
      if (c.in_word()) at = behind_letters(text, at);
    }
  }
  return out;
}

}  // namespace dateline::search
