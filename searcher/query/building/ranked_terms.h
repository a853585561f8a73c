// How a search ranks by terms otherwise than Xapian's own lists would, which is not this room's to
// judge.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/query/positions/work.h"

namespace dateline::query {

struct RankedTerm {
  std::string term;
  double factor = 1;  // of its weight
};

// The documents that have any of the terms (at least one), each weighed as Xapian's OR of them
// would, until the time of `work` is up. It must not stand below OP_SCALE_WEIGHT: Xapian 1.4 tells a
// source the least weight that matters without taking the scale into account.
using RankedTerms = std::function<Xapian::Query(const std::vector<RankedTerm>& terms,
                                                const std::shared_ptr<Work>& work)>;

}  // namespace dateline::query
