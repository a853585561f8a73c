// Tested by tests/indexer/mail/transfer_test.cc and fuzzed by tests/fuzz/mail_fuzz.cc.
#include "indexer/mail/transfer.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/markup/encoding.h"

namespace dateline::indexer::mail {
namespace {

// Of a header no more is read, and of a word in it: RFC 2047 has words of 75 bytes.
constexpr std::size_t kMostHeaderBytes = 10'000;
constexpr std::size_t kMostWordBytes = 1000;

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::optional<char> hexadecimal(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, 2)) {
    const char lower = is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
    if (is_ascii_digit(c)) {
      value = value * 16 + (c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + (lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return static_cast<char>(value);
}

// An encoded word, "=?charset?b or q?text?=".
struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;  // of the word as it is written
};

std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  text = text.substr(0, kMostWordBytes);
  const std::size_t charset = text.find('?', 2);
  if (charset == std::string_view::npos || charset + 2 >= text.size() || text[charset + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t end = text.find("?=", charset + 3);
  if (end == std::string_view::npos) return std::nullopt;
  EncodedWord out;
  // A language may follow: "utf-8*en".
  out.charset = to_ascii_lower(text.substr(2, std::min(charset, text.find('*')) - 2));
  const std::string_view packed = text.substr(charset + 3, end - charset - 3);
  const char how = text[charset + 1];
  if (how == 'b' || how == 'B') {
    out.bytes = decode_base64(packed);
  } else if (how == 'q' || how == 'Q') {
    out.bytes = decode_quoted_printable(replace_all(packed, "_", " "));
  } else {
    return std::nullopt;
  }
  out.size = end + 2;
  return out;
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const std::size_t value = kBase64.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (const auto byte = hexadecimal(text, i + 1)) {
      out += *byte;
      i += 2;
    } else if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
    } else if (text.substr(i + 1).starts_with("\n")) {
      i += 1;
    } else {
      out += '=';
    }
  }
  return out;
}

// Words that follow one another are one text: a letter's bytes may be parted between them, and the
// space between them is none.
std::string decode_header(std::string_view value) {
  value = value.substr(0, kMostHeaderBytes);
  std::string out;
  std::string bytes;
  std::string charset;
  const auto flush = [&] {
    if (!bytes.empty()) out += page::decode_page(std::move(bytes), charset);
    bytes.clear();
  };
  const std::string plain =
      is_valid_utf8(value) ? std::string(value) : page::decode_page(std::string(value));
  for (std::size_t at = 0; at < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(at);
    if (auto word = encoded_word(rest)) {
      if (word->charset != charset) flush();
      charset = word->charset;
      bytes += word->bytes;
      at += word->size;
      continue;
    }
    const std::size_t behind = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
    if (!bytes.empty() && behind > 0 && encoded_word(rest.substr(behind))) {
      at += behind;
      continue;
    }
    flush();
    out += rest.front();
    ++at;
  }
  flush();
  return repair_utf8(collapse_whitespace(out));
}

}  // namespace dateline::indexer::mail
