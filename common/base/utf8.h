// UTF-8: checking, repairing, decoding and encoding. Everything inside Dateline is valid UTF-8;
// these functions stand at the doors.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedChar {
  char32_t code_point;  // kReplacementCharacter where the bytes are not UTF-8
  std::size_t length;   // bytes read; at least 1
};

// The character at byte `at` (at < text.size()). Overlong forms, surrogates and cut sequences
// decode to the replacement character and advance by the length of their longest valid beginning,
// as the Unicode Standard recommends (3.9, U+FFFD substitution).
DecodedChar decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

// `text` with each ill-formed sequence replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

// At most `max_bytes` of `text`, never cutting a character.
std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes);

}  // namespace dateline
