// Counting articles by the day on which they were published, exactly.
//
// Those of a query are counted in one pass over its matches, by the value that has their day: a
// query by query intersection with the terms of days would run a costly query once a day. Those of
// the whole index are the frequencies of the terms of days, less what has gone.
//
// Tested by tests/searcher/search/trends/trend_test.cc and tests/searcher/cluster/messages/trend_counts_test.cc.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "common/base/clock.h"
#include "common/store/index_reader.h"
#include "searcher/search/counting/extent.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/request.h"
#include "searcher/search/trends/trend_counts.h"

namespace dateline::search {

// What each of `queries` matches and counts, by day, and all articles: of the whole over the days
// that are shown, of a part over the range that `request` asks for, whatever it is open to. For
// indexes of this machine; ends soon after `deadline` with what was counted until then. Throws
// Xapian::Error.
TrendCounts collect_trend(const store::IndexReader& index, Extent extent,
                          const std::vector<Xapian::Query>& queries, const Request& request,
                          const Clock& clock, const std::shared_ptr<Deadline>& deadline);

}  // namespace dateline::search
