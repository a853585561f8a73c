// What the posting sources of ranked words have in common.
#pragma once

#include <xapian.h>

#include <memory>

#include "common/store/bounds/segment_bounds.h"
#include "searcher/query/positions/work.h"

namespace dateline::search {

// What all sources of a query share.
struct RankedLists {
  std::shared_ptr<const store::BoundsByUuid> bounds;
  std::shared_ptr<query::Work> work;

  // Of a segment; null where it has none. Throws Xapian::Error.
  const store::SegmentBounds* bounds_of(const Xapian::Database& segment) const;
};

// The least weight that is not left out, for what Xapian says is the least that matters; 0 for all.
double least_that_matters(double min_weight);

}  // namespace dateline::search
