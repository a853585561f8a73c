// Strings as small numbers: each string gets the next one when it is first met. Open addressing,
// all bytes in one piece, no allocation for a string that is known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// Not thread-safe. The hash has a seed of its own, so that no input can be made to collide.
class StringTable {
 public:
  StringTable();

  // The string's number, from 0 upwards; a new one is size() - 1 afterwards.
  std::uint32_t number_of(std::string_view text);

  // Valid until the next number_of().
  std::string_view operator[](std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {bytes_.data() + entry.begin, entry.size};
  }

  std::size_t size() const { return entries_.size(); }

  // Forgets all, and gives back what has grown far.
  void clear();

 private:
  struct Entry {
    std::uint32_t begin;
    std::uint32_t size;
  };
  struct Slot {
    std::uint32_t tag;     // from the hash's other bits
    std::uint32_t number;  // plus one; 0: free
  };

  void grow();

  std::uint64_t seed_;
  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
  std::string bytes_;
};

}  // namespace dateline::indexer
