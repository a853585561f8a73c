#include "searcher/search/counting/mark_counts.h"

#include <algorithm>
#include <iterator>

namespace dateline::search {

void MarkCounts::add(std::uint64_t mark, Xapian::docid document, std::uint32_t articles) {
  const std::uint64_t hash = spread(mark);
  MarkCount& row = rows_.find(hash, [mark](const MarkCount& one) { return one.mark == mark; });
  if (row.is_free()) {
    rows_.take(row, hash, {mark, articles, document},
               [](const MarkCount& one) { return spread(one.mark); });
  } else {
    row.document = document;
    row.count += articles;
  }
}

std::vector<MarkCount> MarkCounts::highest(std::size_t most, std::size_t ties) const {
  std::vector<MarkCount> out;
  std::copy_if(rows_.slots().begin(), rows_.slots().end(), std::back_inserter(out),
               [](const MarkCount& row) { return !row.is_free(); });
  const std::size_t sorted = std::min(most + ties, out.size());
  std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(sorted), out.end(),
                    [](const MarkCount& a, const MarkCount& b) {
                      return a.count != b.count ? a.count > b.count : a.mark < b.mark;
                    });
  std::size_t kept = std::min(most, sorted);
  while (kept > 0 && kept < sorted && out[kept].count == out[kept - 1].count) ++kept;
  out.resize(kept);
  return out;
}

}  // namespace dateline::search
