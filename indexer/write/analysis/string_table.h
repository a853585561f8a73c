// Strings as small numbers: each string gets the next one when it is first met. A probe table
// (common/base/probe_table.h), all bytes in one piece, no allocation for a string that is known. A
// slot has a string's first and last eight bytes, which are all that a look-up compares of strings
// up to sixteen.
//
// These tables are larger than the processor's caches, and what is read next to a string's place
// costs nothing beside finding it. So a caller may have a note of its own lie in the slot, where a
// look-up ends, or in the entry, where a number leads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "common/base/large_pages.h"
#include "common/base/probe_table.h"
#include "common/base/word_bytes.h"

namespace dateline::indexer {

// What a look-up needs of a string, worked out ahead of it.
struct StringKey {
  std::uint64_t head;  // the first eight bytes as they lie in memory; zeros follow shorter ones
  std::uint64_t tail;  // the last eight of longer ones
  std::uint64_t hash;
};

// Hashes with a seed of its own, so that no input can be made to collide.
class StringHasher {
 public:
  StringHasher();
  StringKey key_of(std::string_view text) const;

 private:
  std::uint64_t seed_;
  std::uint64_t salt_;
};

struct NoNote {};

// Not thread-safe.
template <typename SlotNote = NoNote, typename EntryNote = NoNote>
class StringTable {
 public:
  // What copy() may write beyond the string.
  static constexpr std::size_t kCopySlack = kWordBytes;

  StringTable() : slots_(kFirstStrings) {}

  StringKey key_of(std::string_view text) const { return hasher_.key_of(text); }

  // Asks for the memory where a look-up begins: a caller that has many strings to look up asks for
  // all first. The same for numbers.
  void prefetch(const StringKey& key) const { slots_.prefetch(key.hash); }
  void prefetch(std::uint32_t number) const { __builtin_prefetch(&entries_[number], 1); }
  // What copy() will read.
  void prefetch_text(std::uint32_t number) const {
    __builtin_prefetch(bytes_.data() + entries_[number].begin + kWordBytes);
  }

  // The string's number, from 0 upwards; a new one is size() - 1 afterwards.
  std::uint32_t number_of(std::string_view text) { return number_of(text, key_of(text)); }
  std::uint32_t number_of(std::string_view text, const StringKey& key) {
    return slot_of(text, key).number - 1;
  }

  // The note in a string's slot; a new string has a new one. Valid until the next look-up.
  SlotNote& look_up(std::string_view text, const StringKey& key) { return slot_of(text, key).note; }

  // The note of a number. Valid until the next look-up.
  EntryNote& note(std::uint32_t number) { return entries_[number].note; }
  const EntryNote& note(std::uint32_t number) const { return entries_[number].note; }

  // Valid until the next look-up.
  std::string_view operator[](std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {bytes_.data() + entry.begin, entry.size};
  }
  std::size_t size_of(std::uint32_t number) const { return entries_[number].size; }

  // Writes the string, and up to kCopySlack bytes more, to `to`; returns the string's end there.
  char* copy(std::uint32_t number, char* to) const {
    const Entry& entry = entries_[number];
    const char* const from = bytes_.data() + entry.begin;
    if (entry.size > kKeyBytes) {
      std::memcpy(to, from, entry.size);
      return to + entry.size;
    }
    std::memcpy(to, &entry.head, kWordBytes);
    if (entry.size > kWordBytes) {
      const std::size_t rest = entry.size - kWordBytes;
      std::memcpy(to + rest, from + rest, kWordBytes);
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
  void clear() {
    slots_.reset(kFirstStrings);
    entries_ = {};
    bytes_ = {};
  }

 private:
  static constexpr std::size_t kFirstStrings = 2700;
  static constexpr std::size_t kKeyBytes = 2 * kWordBytes;

  struct Entry {
    std::uint64_t head;
    std::uint32_t begin;
    std::uint32_t size;
    [[no_unique_address]] EntryNote note;
  };
  struct Slot {
    std::uint64_t head;
    std::uint64_t tail;
    std::uint32_t tag;     // from the hash, with the size (or 255) in its lowest byte
    std::uint32_t number;  // plus one; 0: free
    [[no_unique_address]] SlotNote note;

    bool is_free() const { return number == 0; }
  };

  static std::uint32_t tag_of(std::uint64_t hash, std::size_t size) {
    const std::uint32_t low = size < 0xFF ? static_cast<std::uint32_t>(size) : 0xFFU;
    return (static_cast<std::uint32_t>(hash >> 32) & ~0xFFU) | low;
  }

  bool is(const Slot& slot, std::string_view text) const {
    const Entry& entry = entries_[slot.number - 1];
    return entry.size == text.size() &&
           std::memcmp(bytes_.data() + entry.begin, text.data(), text.size()) == 0;
  }

  Slot& slot_of(std::string_view text, const StringKey& key) {
    const std::uint32_t tag = tag_of(key.hash, text.size());
    Slot& found = slots_.find(key.hash, [&](const Slot& slot) {
      if (slot.tag != tag || slot.head != key.head || slot.tail != key.tail) return false;
      return text.size() <= kKeyBytes || is(slot, text);
    });
    if (!found.is_free()) return found;
    entries_.push_back({key.head,
                        static_cast<std::uint32_t>(bytes_.size()),
                        static_cast<std::uint32_t>(text.size()),
                        {}});
    bytes_ += text;
    const Slot slot{key.head, key.tail, tag, static_cast<std::uint32_t>(entries_.size()), {}};
    return slots_.take(found, key.hash, slot, [this](const Slot& taken) {
      return key_of((*this)[taken.number - 1]).hash;
    });
  }

  StringHasher hasher_;
  ProbeTable<Slot, LargeVector<Slot>> slots_;
  LargeVector<Entry> entries_;
  std::string bytes_;
};

}  // namespace dateline::indexer
