#include "common/base/strings.h"

#include <algorithm>

#include "common/base/utf8.h"

namespace dateline {

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string to_ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_ignoring_ascii_case(a, b);
}

bool starts_with_ignoring_ascii_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::size_t find_ignoring_ascii_case(std::string_view text, std::string_view needle,
                                     std::size_t from) {
  if (from > text.size()) return std::string_view::npos;
  if (needle.empty()) return from;
  const char lower = ascii_lower(needle.front());
  const char upper = is_ascii_lower(lower) ? static_cast<char>(lower - 32) : lower;
  // The next of each, looked for by a search that takes many bytes at a time.
  std::size_t next_lower = text.find(lower, from);
  std::size_t next_upper = text.find(upper, from);
  for (;;) {
    const std::size_t at = std::min(next_lower, next_upper);
    if (at == std::string_view::npos) return at;
    if (starts_with_ignoring_ascii_case(text.substr(at), needle)) return at;
    if (next_lower == at) next_lower = text.find(lower, at + 1);
    if (next_upper == at) next_upper = text.find(upper, at + 1);
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out += separator;
    out += part;
  }
  return out;
}

namespace {

bool is_unicode_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x85;
}

// All spaces outside ASCII begin with one of these bytes: a cheap test for the common case.
bool may_be_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) return is_ascii_space(c);
  return byte == 0xC2 || byte == 0xEF || (byte >= 0xE1 && byte <= 0xE3);
}

// Bytes of white space at `at`, 0 if there is none.
std::size_t space_length(std::string_view text, std::size_t at) {
  if (!may_be_space(text[at])) return 0;
  if (is_ascii_space(text[at])) return 1;
  const DecodedChar decoded = decode_utf8(text, at);
  return is_unicode_space(decoded.code_point) ? decoded.length : 0;
}

}  // namespace

std::string collapse_whitespace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = space_length(text, at);
    if (space > 0) {
      pending = true;
      at += space;
      continue;
    }
    if (pending && !out.empty()) out += ' ';
    pending = false;
    const std::size_t begin = at++;
    while (at < text.size() && !may_be_space(text[at])) ++at;
    out.append(text, begin, at - begin);
  }
  return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  if (from.empty()) return std::string(text);
  std::size_t at = 0;
  for (;;) {
    const std::size_t hit = text.find(from, at);
    out += text.substr(at, hit - at);
    if (hit == std::string_view::npos) return out;
    out += to;
    at = hit + from.size();
  }
}

}  // namespace dateline
