// Strings as small numbers: each string gets the next one when it is first met. Open addressing,
// all bytes in one piece, no allocation for a string that is known. A slot has a string's first and
// last eight bytes, which are all that a look-up compares of strings up to sixteen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "common/base/large_pages.h"

namespace dateline::indexer {

// Not thread-safe. The hash has a seed of its own, so that no input can be made to collide.
class StringTable {
 public:
  // What copy() may write beyond the string.
  static constexpr std::size_t kCopySlack = 8;

  StringTable();

  // What a look-up needs of a string, worked out ahead of it.
  struct Key {
    std::uint64_t head;  // the first eight bytes as they lie in memory; zeros follow shorter ones
    std::uint64_t tail;  // the last eight of longer ones
    std::uint64_t hash;
  };
  Key key_of(std::string_view text) const;

  // Asks for the memory where a look-up begins. Tables are larger than the processor's caches: a
  // caller that has many strings to look up asks for all first.
  void prefetch(const Key& key) const {
    __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
  }

  // The string's number, from 0 upwards; a new one is size() - 1 afterwards.
  std::uint32_t number_of(std::string_view text) { return number_of(text, key_of(text)); }
  std::uint32_t number_of(std::string_view text, const Key& key);

  // Valid until the next number_of().
  std::string_view operator[](std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {bytes_.data() + entry.begin, entry.size};
  }
  std::size_t size_of(std::uint32_t number) const { return entries_[number].size; }

  // Writes the string, and up to kCopySlack bytes more, to `to`; returns the string's end there.
  char* copy(std::uint32_t number, char* to) const {
    const Entry& entry = entries_[number];
    if (entry.size <= sizeof entry.head) {
      std::memcpy(to, &entry.head, sizeof entry.head);
    } else {
      std::memcpy(to, bytes_.data() + entry.begin, entry.size);
    }
    return to + entry.size;
  }

  // Orders as the strings' bytes do.
  bool less(std::uint32_t a, std::uint32_t b) const {
    const std::uint64_t head_a = __builtin_bswap64(entries_[a].head);
    const std::uint64_t head_b = __builtin_bswap64(entries_[b].head);
    return head_a != head_b ? head_a < head_b : (*this)[a] < (*this)[b];
  }

  std::size_t size() const { return entries_.size(); }

  // Forgets all, and gives back what has grown far.
  void clear();

 private:
  struct Entry {
    std::uint64_t head;
    std::uint32_t begin;
    std::uint32_t size;
  };
  struct Slot {
    std::uint64_t head;
    std::uint64_t tail;
    std::uint32_t tag;     // from the hash, with the size (or 255) in its lowest byte
    std::uint32_t number;  // plus one; 0: free
  };

  bool is(const Slot& slot, std::string_view text) const {
    const Entry& entry = entries_[slot.number - 1];
    return entry.size == text.size() &&
           std::memcmp(bytes_.data() + entry.begin, text.data(), text.size()) == 0;
  }
  void grow();

  std::uint64_t seed_;
  std::uint64_t salt_;
  LargeVector<Slot> slots_;
  LargeVector<Entry> entries_;
  std::string bytes_;
};

}  // namespace dateline::indexer
