#include "searcher/search/counting/mark_counts.h"

#include <algorithm>
#include <iterator>

namespace dateline::search {

void MarkCounts::add(std::uint64_t mark, Xapian::docid document) {
  const std::uint64_t hash = spread(mark);
  MarkCount& row = rows_.find(hash, [mark](const MarkCount& one) { return one.mark == mark; });
  if (row.is_free()) {
    rows_.take(row, hash, {mark, 1, document},
               [](const MarkCount& one) { return spread(one.mark); });
  } else {
    row.document = document;
    ++row.count;
  }
}

std::vector<MarkCount> MarkCounts::highest(std::size_t most) const {
  std::vector<MarkCount> out;
  std::copy_if(rows_.slots().begin(), rows_.slots().end(), std::back_inserter(out),
               [](const MarkCount& row) { return !row.is_free(); });
  const auto middle = out.begin() + static_cast<std::ptrdiff_t>(std::min(most, out.size()));
  std::partial_sort(out.begin(), middle, out.end(), [](const MarkCount& a, const MarkCount& b) {
    return a.count != b.count ? a.count > b.count : a.mark < b.mark;
  });
  out.erase(middle, out.end());
  return out;
}

}  // namespace dateline::search
