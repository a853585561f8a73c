// The articles of a segment that is being built, by id and by the fingerprint of their input: 16
// bytes a key, whatever its length.
//
// Keys are told apart by 96 bits of a hash that is seeded anew in each process: among ten million
// keys two fall together once in 10^15 runs.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/probe_table.h"

namespace dateline::indexer {

// Not thread-safe.
class ArticleRegistry {
 public:
  ArticleRegistry();

  // The number that was put last under this key; 0 if there is none.
  std::uint32_t find(std::string_view key) const;

  // `number` is not 0. It takes the place of the one that the key had.
  void put(std::string_view key, std::uint32_t number);

  void clear();
  std::uint64_t bytes() const { return slots_.bytes(); }

 private:
  struct Slot {
    std::uint64_t high = 0;
    std::uint32_t low = 0;
    std::uint32_t number = 0;  // 0: free

    bool is_free() const { return number == 0; }
    bool has_key_of(const Slot& other) const { return high == other.high && low == other.low; }
  };

  Slot key_of(std::string_view key) const;

  std::uint64_t seed_;
  ProbeTable<Slot> slots_;
};

}  // namespace dateline::indexer
