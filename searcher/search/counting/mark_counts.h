// How many articles have each of many numbers, and one article that has it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace dateline::search {

struct MarkCount {
  std::uint64_t mark = 0;
  std::uint32_t count = 0;
  Xapian::docid document = 0;  // the last one that has it
};

// An open hash table: half a million marks are counted in a few milliseconds.
class MarkCounts {
 public:
  MarkCounts() : rows_(kFirstRows) {}

  void add(std::uint64_t mark, Xapian::docid document);

  std::size_t size() const { return used_; }

  // The count of a mark; 0 for one that was not met.
  std::uint32_t count(std::uint64_t mark) const { return rows_[place_of(mark)].count; }

  // The `most` highest counts; of equals, the lower mark first.
  std::vector<MarkCount> highest(std::size_t most) const;

 private:
  static constexpr std::size_t kFirstRows = 1024;  // a power of two

  std::size_t place_of(std::uint64_t mark) const;
  void grow();

  std::vector<MarkCount> rows_;  // count 0: free
  std::size_t used_ = 0;
};

}  // namespace dateline::search
