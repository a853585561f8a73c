#include "searcher/search/matching/bounds/ranked_lists.h"

#include <algorithm>

namespace dateline::search {

const store::SegmentBounds* RankedLists::bounds_of(const Xapian::Database& segment) const {
  const auto known = bounds->find(segment.get_uuid());
  return known == bounds->end() ? nullptr : known->second.get();
}

// Xapian takes what others can give at most from what matters, and sums are of one order there and of
// another here: so much may be lost in rounding, and what ends up equal must not be left out.
double least_that_matters(double min_weight) {
  constexpr double kRounding = 1e-9;
  return min_weight > 0 ? min_weight - kRounding * std::max(min_weight, 1.0) : 0;
}

}  // namespace dateline::search
