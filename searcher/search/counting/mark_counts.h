// How many articles have each of many numbers, and one article that has it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/base/probe_table.h"

namespace dateline::search {

struct MarkCount {
  std::uint64_t mark = 0;
  std::uint32_t count = 0;
  Xapian::docid document = 0;  // the last one that has it

  bool is_free() const { return count == 0; }  // in a ProbeTable
};

// Half a million marks are counted in a few milliseconds.
class MarkCounts {
 public:
  MarkCounts() : rows_(kFirstMarks) {}

  // `articles` more have the mark, `document` among them.
  void add(std::uint64_t mark, Xapian::docid document, std::uint32_t articles = 1);

  std::size_t size() const { return rows_.size(); }

  // The count of a mark; 0 for one that was not met.
  std::uint32_t count(std::uint64_t mark) const { return find(mark).count; }

  // The `most` highest counts; of equals, the lower mark first. Behind them up to `ties` more with
  // the same count as the last one, for whoever settles ties otherwise.
  std::vector<MarkCount> highest(std::size_t most, std::size_t ties = 0) const;

 private:
  static constexpr std::size_t kFirstMarks = 512;

  const MarkCount& find(std::uint64_t mark) const {
    return rows_.find(spread(mark), [mark](const MarkCount& row) { return row.mark == mark; });
  }

  ProbeTable<MarkCount> rows_;
};

}  // namespace dateline::search
