// Short strings eight bytes at a time: as numbers they are compared and copied without a loop,
// whose end the processor would guess wrong, and without a call.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

inline constexpr std::size_t kWordBytes = sizeof(std::uint64_t);

// The bytes at `from` as they lie in memory.
template <typename Number>
Number load_bytes(const char* from) {
  Number number = 0;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// The first eight bytes, the first one lowest; zeros follow shorter strings.
inline std::uint64_t head_of(std::string_view text) {
  constexpr std::size_t kHalf = sizeof(std::uint32_t);
  constexpr unsigned kByteBits = 8;
  const char* const begin = text.data();
  if (text.size() >= kWordBytes) return load_bytes<std::uint64_t>(begin);
  if (text.size() >= kHalf) {
    const std::size_t before = text.size() - kHalf;
    return load_bytes<std::uint32_t>(begin) |
           std::uint64_t{load_bytes<std::uint32_t>(begin + before)} << (before * kByteBits);
  }
  std::uint64_t head = 0;
  for (std::size_t i = text.size(); i > 0; --i) {
    head = head << kByteBits | static_cast<unsigned char>(begin[i - 1]);
  }
  return head;
}

// The same as a number that orders as the bytes do.
inline std::uint64_t ordering_head_of(std::string_view text) {
  return __builtin_bswap64(head_of(text));
}

// Copies a string, mostly a short one, to `to`; returns its end there.
inline char* copy_bytes(std::string_view text, char* to) {
  constexpr std::size_t kHalf = sizeof(std::uint32_t);
  const std::size_t size = text.size();
  const char* const from = text.data();
  if (size > 2 * kWordBytes) {
    std::memcpy(to, from, size);
  } else if (size >= kWordBytes) {
    const auto tail = load_bytes<std::uint64_t>(from + size - kWordBytes);
    std::memcpy(to, from, kWordBytes);
    std::memcpy(to + size - kWordBytes, &tail, kWordBytes);
  } else if (size >= kHalf) {
    const auto tail = load_bytes<std::uint32_t>(from + size - kHalf);
    std::memcpy(to, from, kHalf);
    std::memcpy(to + size - kHalf, &tail, kHalf);
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }
  return to + size;
}

// How many bytes two strings begin with alike; `head_a` and `head_b` are theirs.
inline std::size_t shared_beginning(std::string_view a, std::uint64_t head_a, std::string_view b,
                                    std::uint64_t head_b) {
  const std::size_t limit = std::min(a.size(), b.size());
  if (head_a != head_b) {
    return std::min(limit, static_cast<std::size_t>(std::countr_zero(head_a ^ head_b)) / 8);
  }
  std::size_t shared = std::min(limit, kWordBytes);
  while (shared < limit && a[shared] == b[shared]) ++shared;
  return shared;
}

}  // namespace dateline
