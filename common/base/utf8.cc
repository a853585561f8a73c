// The lead byte says how many bytes follow and in which range the second must lie, so that
// overlong forms, surrogates and numbers beyond Unicode end before the byte that is wrong, as
// table 3-7 of the Unicode standard has it: the bytes E2 82 28 are U+FFFD and "(". Tested by
// tests/common/base/utf8_test.cc.
#include "common/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace dateline {
namespace {

struct LeadByte {
  std::size_t length;        // 0: not a lead byte
  unsigned char second_min;  // allowed range of the second byte (Unicode Standard, table 3-7)
  unsigned char second_max;
};

LeadByte classify(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Index of the first byte at or after `at` that is not ASCII, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
    at += 8;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

DecodedChar decode_utf8(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return {first, 1};
  const LeadByte lead = classify(first);
  if (lead.length == 0) return {kReplacementCharacter, 1};
  char32_t code_point = first & (0x7FU >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    if (at + i >= text.size()) return {kReplacementCharacter, i};
    const unsigned char next = byte_at(text, at + i);
    const unsigned char min = i == 1 ? lead.second_min : 0x80;
    const unsigned char max = i == 1 ? lead.second_max : 0xBF;
    if (next < min || next > max) return {kReplacementCharacter, i};
    code_point = (code_point << 6) | (next & 0x3FU);
  }
  return {code_point, lead.length};
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacementCharacter;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const DecodedChar decoded = decode_utf8(text, at);
    // A real U+FFFD is three bytes long; an ill-formed one is shorter, or begins with another byte.
    if (decoded.code_point == kReplacementCharacter && text.substr(at, 3) != "\xEF\xBF\xBD") {
      return false;
    }
    at += decoded.length;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = skip_ascii(text, at);
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const DecodedChar decoded = decode_utf8(text, at);
    append_utf8(out, decoded.code_point);
    at += decoded.length;
  }
  return out;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (byte_at(text, end) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace dateline
