#include "common/base/printable.h"

#include <fmt/format.h>

#include "common/base/strings.h"
#include "common/base/utf8.h"

namespace dateline {
namespace {

// Calls `take` with the bytes of each character and what they decode to.
template <typename Take>
void for_each_character(std::string_view text, const Take& take) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar decoded = decode_utf8(text, at);
    take(text.substr(at, decoded.length), decoded.code_point);
    at += decoded.length;
  }
}

bool is_ill_formed(std::string_view bytes, char32_t decoded) {
  return decoded == kReplacementCharacter && bytes != "\xEF\xBF\xBD";
}

std::string shown_bytes(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
  return out;
}

}  // namespace

bool is_unprintable(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool separator = c == 0x2028 || c == 0x2029;
  return control || bidirectional || separator;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&out](std::string_view, char32_t c) {
    const bool blank = c < 0x80 && is_ascii_space(static_cast<char>(c));
    const bool separator = c == 0x2028 || c == 0x2029;
    if (blank || separator) {
      out += ' ';
    } else if (!is_unprintable(c)) {
      append_utf8(out, c);
    }
  });
  return collapse_whitespace(out);
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&out](std::string_view bytes, char32_t c) {
    if (is_ill_formed(bytes, c) || (is_unprintable(c) && c < 0x80)) {
      out += shown_bytes(bytes);
    } else if (is_unprintable(c)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string visible_lines(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t end = text.find('\n');
    out += visible(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

}  // namespace dateline
