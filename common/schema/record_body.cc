// The keys of the outermost object are walked, values being skipped by their brackets and quotes;
// the string behind "body" is decoded, and the rest is left for a JSON parser:
//
//   {"id":"1","body":"one\n\ntwo","tags":[]}   →   body: one, two    rest: {"id":"1","tags":[]}
//
// Tested against a general parser by tests/common/schema/record_body_test.cc.
#include "common/schema/record_body.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "common/base/utf8.h"

namespace dateline::schema {
namespace {

constexpr std::uint64_t kEach = 0x0101010101010101;
constexpr std::uint64_t kTops = 0x8080808080808080;

// The top bit of each byte of `word` that is zero; bytes above the lowest one may be wrong.
std::uint64_t zero_bytes(std::uint64_t word) { return (word - kEach) & ~word & kTops; }

bool is_special(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

// The next quote, backslash or control character from `at` on, or the end.
std::size_t next_special(std::string_view text, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t found = zero_bytes(word ^ (kEach * '"')) |
                                zero_bytes(word ^ (kEach * '\\')) |
                                ((word - kEach * 0x20) & ~word & kTops);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos) {
    ++at;
  }
  return at;
}

// The byte behind the string's closing quote; `at` is behind the opening one. 0: no end.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (;;) {
    at = next_special(text, at);
    if (at >= text.size()) return 0;
    if (text[at] == '"') return at + 1;
    at += text[at] == '\\' ? 2 : 1;
  }
}

std::optional<char32_t> hex_number(std::string_view digits) {
  char32_t value = 0;
  if (digits.size() != 4) return std::nullopt;
  for (const char c : digits) {
    const std::size_t digit = std::string_view("0123456789abcdef0123456789ABCDEF").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit % 16);
  }
  return value;
}

// Decodes the escape whose backslash is at `at`; returns the byte behind it, or 0.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  static constexpr std::string_view kNames = "\"\\/bfnrt";
  static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  if (at + 1 >= text.size()) return 0;
  if (const std::size_t name = kNames.find(text[at + 1]); name != std::string_view::npos) {
    out += kMeanings[name];
    return at + 2;
  }
  const auto code = text[at + 1] == 'u' ? hex_number(text.substr(at + 2, 4)) : std::nullopt;
  if (!code || (*code >= 0xD800 && *code < 0xE000)) return 0;
  append_utf8(out, *code);
  return at + 6;
}

// Decodes the string behind the opening quote at `at` - 1; returns the byte behind its closing
// quote, or 0.
std::size_t decode_string(std::string& out, std::string_view text, std::size_t at) {
  while (at != 0) {
    const std::size_t special = next_special(text, at);
    if (special >= text.size()) return 0;
    out.append(text, at, special - at);
    if (text[special] == '"') return special + 1;
    at = text[special] == '\\' ? append_escape(out, text, special) : 0;
  }
  return 0;
}

// A key of the outermost object, and where what follows it begins.
struct Key {
  std::string_view name;
  std::size_t end;
};

// Walks the keys of the outermost object, over values of any kind.
class KeyWalk {
 public:
  explicit KeyWalk(std::string_view json) : json_(json), at_(skip_space(json, 0)) {
    if (at_ < json_.size() && json_[at_] == '{') expects_key_ = true;
  }

  // The next key; nullopt at the end, and where something is wrong.
  std::optional<Key> next() {
    if (depth_ == 0 && !expects_key_) return std::nullopt;
    for (; at_ < json_.size(); ++at_) {
      const char c = json_[at_];
      if (c == '{' || c == '[') ++depth_;
      if (c == '}' || c == ']') --depth_;
      if (depth_ == 0) return std::nullopt;
      if (c == ',' && depth_ == 1) expects_key_ = true;
      if (c != '"') continue;
      const std::size_t begin = at_ + 1;
      const std::size_t end = end_of_string(json_, begin);
      if (end == 0) return std::nullopt;
      at_ = end - 1;
      if (!expects_key_ || depth_ != 1) continue;
      expects_key_ = false;
      ++at_;
      return Key{json_.substr(begin, end - begin - 1), end};
    }
    return std::nullopt;
  }

  void skip_to(std::size_t at) { at_ = at; }

 private:
  std::string_view json_;
  std::size_t at_;
  int depth_ = 0;
  bool expects_key_ = false;
};

}  // namespace

std::optional<SplitRecord> split_off_body(std::string_view json) {
  SplitRecord split;
  bool found = false;
  KeyWalk walk(json);
  while (const auto key = walk.next()) {
    if (key->name.find('\\') != std::string_view::npos) return std::nullopt;
    if (key->name != "body") continue;
    std::size_t at = skip_space(json, key->end);
    if (found || at >= json.size() || json[at] != ':') return std::nullopt;
    at = skip_space(json, at + 1);
    if (at >= json.size() || json[at] != '"') return std::nullopt;
    const std::size_t end = decode_string(split.body, json, at + 1);
    if (end == 0) return std::nullopt;
    split.rest.append(json.substr(0, at + 1)).append(json.substr(end - 1));
    walk.skip_to(end);
    found = true;
  }
  if (!found || !is_valid_utf8(split.body)) return std::nullopt;
  return split;
}

}  // namespace dateline::schema
