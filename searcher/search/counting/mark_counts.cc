#include "searcher/search/counting/mark_counts.h"

#include <algorithm>
#include <utility>

namespace dateline::search {

std::size_t MarkCounts::place_of(std::uint64_t mark) const {
  const std::size_t mask = rows_.size() - 1;
  std::size_t at = static_cast<std::size_t>(mark * 0x9E3779B97F4A7C15ULL >> 32) & mask;
  while (rows_[at].count != 0 && rows_[at].mark != mark) at = (at + 1) & mask;
  return at;
}

void MarkCounts::add(std::uint64_t mark, Xapian::docid document) {
  MarkCount& row = rows_[place_of(mark)];
  row.document = document;
  row.mark = mark;
  if (row.count++ == 0 && ++used_ * 2 > rows_.size()) grow();
}

void MarkCounts::grow() {
  std::vector<MarkCount> before(rows_.size() * 2);
  std::swap(before, rows_);
  for (const MarkCount& row : before) {
    if (row.count != 0) rows_[place_of(row.mark)] = row;
  }
}

std::vector<MarkCount> MarkCounts::highest(std::size_t most) const {
  std::vector<MarkCount> out;
  std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(out),
               [](const MarkCount& row) { return row.count != 0; });
  const auto middle = out.begin() + static_cast<std::ptrdiff_t>(std::min(most, out.size()));
  std::partial_sort(out.begin(), middle, out.end(), [](const MarkCount& a, const MarkCount& b) {
    return a.count != b.count ? a.count > b.count : a.mark < b.mark;
  });
  out.erase(middle, out.end());
  return out;
}

}  // namespace dateline::search
