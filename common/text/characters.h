// What each character is to the tokenizer: the classes behind its rules, from Unicode's properties.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::text {

constexpr bool in_range(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

enum class CharClass : std::uint8_t {
  kSeparator,  // ends a word: spaces, punctuation, symbols, bytes that are no UTF-8
  kLetter,
  kDigit,
  kMark,        // combining: part of the letter before it
  kSingle,      // a word by itself: Han, kana, Hangul, Thai and the like with their marks, which
                // put no spaces
  kIgnorable,   // invisible: soft hyphen, zero-width characters, direction marks
  kApostrophe,  // straight, typographic, and what is typed in their stead
  kHyphen,      // binds words: hyphens, en dash, minus; an em dash separates
  kGroupSpace,  // no-break and thin spaces: group digits, separate words
};

CharClass class_of(char32_t c);

struct Char {
  char32_t code;
  std::uint32_t length;  // bytes; 0 at the end of the text
  CharClass kind;

  bool in_word() const { return kind == CharClass::kLetter || kind == CharClass::kDigit; }
};

// Bytes for the fast path, several bits each.
inline constexpr std::uint8_t kLower = 1;
inline constexpr std::uint8_t kUpper = 2;
inline constexpr std::uint8_t kDigitByte = 4;
inline constexpr std::uint8_t kHigh = 8;   // not ASCII
inline constexpr std::uint8_t kJoin = 16;  // may bind what stands before it to what follows
inline constexpr std::uint8_t kTag = 32;   // may begin a hashtag or handle
inline constexpr std::uint8_t kAlnum = kLower | kUpper | kDigitByte;

namespace internal {

constexpr std::array<std::uint8_t, 256> make_byte_table() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = kLower;
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = kUpper;
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = kDigitByte;
  for (unsigned c = 0x80; c <= 0xFF; ++c) table[c] = kHigh | kJoin;
  for (const char c : std::string_view("'`-.,/&_+:")) table[static_cast<unsigned char>(c)] = kJoin;
  for (const char c : std::string_view("#@")) table[static_cast<unsigned char>(c)] = kJoin | kTag;
  return table;
}

}  // namespace internal

inline constexpr std::array<std::uint8_t, 256> kByteTable = internal::make_byte_table();

inline std::uint8_t byte_bits(char c) { return kByteTable[static_cast<unsigned char>(c)]; }

namespace internal {

constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const std::uint8_t bits = kByteTable[c];
    table[c] = (bits & (kLower | kUpper)) != 0 ? CharClass::kLetter
               : (bits & kDigitByte) != 0      ? CharClass::kDigit
                                               : CharClass::kSeparator;
  }
  table['\''] = table['`'] = CharClass::kApostrophe;
  table['-'] = CharClass::kHyphen;
  return table;
}

inline constexpr std::array<CharClass, 128> kAsciiClasses = make_ascii_classes();

// char_at where a byte beyond ASCII stands.
Char wide_char_at(std::string_view text, std::size_t at);

}  // namespace internal

// The character at byte `at`; a separator of length 0 past the end.
inline Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, CharClass::kSeparator};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, internal::kAsciiClasses[byte]};
  return internal::wide_char_at(text, at);
}

}  // namespace dateline::text
