// Glass's primitive encodings, as Xapian 1.4 reads them:
// integers, strings, order-preserving keys. docs/glass-builder.md describes the format; tests
// compare each encoding with what the installed library writes.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::glass {

using DocId = std::uint32_t;  // from 1

// Bytes of the largest number that put_uint writes.
inline constexpr std::size_t kLongestNumber = 10;

// Seven bits a byte, least significant first; the top bit says that more follow.
inline void put_uint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

// The same into memory that has room for it; returns the end.
inline char* put_uint_at(char* at, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
  *at++ = static_cast<char>(value);
  return at;
}

// Reads what put_uint wrote from the front of `in`, which must hold it: for our own runs, never for
// foreign bytes.
inline std::uint64_t take_uint(std::string_view& in) {
  std::uint64_t value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<std::uint8_t>(in.front());
    in.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
}

inline void put_bool(std::string& out, bool value) { out += value ? '1' : '0'; }

inline void put_string(std::string& out, std::string_view value) {
  put_uint(out, value.size());
  out += value;
}

// Little-endian without leading zeros, for the end of a key; zero is the empty string.
inline void put_last_uint(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value);
}

inline constexpr std::size_t kLongestSortable = 5;

// Keys compare as document ids do: two bytes below 2^15, else three to five with their number in
// the leading bits. Into memory that has room for it; returns the end.
inline char* put_sortable_at(char* at, DocId value) {
  if (value < 0x8000) {
    *at++ = static_cast<char>(value >> 8);
    *at++ = static_cast<char>(value);
    return at;
  }
  const int length = (37 - std::countl_zero(value)) / 7;
  const auto mark = static_cast<std::uint8_t>(0xFF << (10 - length));
  for (int i = length - 1; i >= 0; --i) {
    // Five bytes hold the value in the last four: the first has the mark alone.
    auto byte = static_cast<std::uint8_t>(i < 4 ? value >> (8 * i) : 0);
    if (i == length - 1) byte |= mark;
    *at++ = static_cast<char>(byte);
  }
  return at;
}

inline void put_sortable(std::string& out, DocId value) {
  std::array<char, kLongestSortable> bytes;
  out.append(bytes.data(), put_sortable_at(bytes.data(), value));
}

// A term in a key: zero bytes escaped, and a zero byte at the end unless nothing follows.
inline void put_term(std::string& out, std::string_view term, bool is_last) {
  for (const char c : term) {
    out += c;
    if (c == '\0') out += '\xFF';
  }
  if (!is_last) out += '\0';
}

// For blocks and items: big-endian.
inline void store_u16(char* at, std::uint32_t value) {
  at[0] = static_cast<char>(value >> 8);
  at[1] = static_cast<char>(value);
}
inline void store_u32(char* at, std::uint32_t value) {
  store_u16(at, value >> 16);
  store_u16(at + 2, value);
}

}  // namespace dateline::glass
