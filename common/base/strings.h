// Small helpers over byte strings. All of them treat only ASCII specially and leave other bytes
// alone, so they are safe on UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_ascii_alpha(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
inline bool is_ascii_alnum(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }
inline char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }
inline bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

// Without ASCII white space at either end; a view into `text`.
std::string_view trim(std::string_view text);

// ASCII letters in lower case; other bytes as they are.
std::string to_ascii_lower(std::string_view text);

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_ascii_case(std::string_view text, std::string_view prefix);

// Position of `needle` in `text` at or after `from`, ASCII case ignored; npos if it is not there.
std::size_t find_ignoring_ascii_case(std::string_view text, std::string_view needle,
                                     std::size_t from = 0);

// The pieces between occurrences of `separator`, empty ones included; views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(const std::vector<std::string>& parts, std::string_view separator);

// Runs of white space (ASCII, no-break space, other Unicode spaces, zero-width space and BOM)
// become one plain space; none at either end.
std::string collapse_whitespace(std::string_view text);

// Every `from` replaced by `to`.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

}  // namespace dateline
