// What a trend is made of, counted in one index or in each part of one. Plain values; free of Xapian.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "common/base/clock.h"
#include "searcher/search/request.h"
#include "searcher/search/trends/day_counts.h"
#include "searcher/search/trends/trend.h"

namespace dateline::search {

struct TrendCounts {
  std::vector<DayCounts> series;  // of each query, in their order
  DayCounts all;         // of the whole index or part: over the days that are shown at least
  bool partial = false;  // the deadline cut the counting short

  friend bool operator==(const TrendCounts&, const TrendCounts&) = default;
};

// Adds what another part of the index has counted for the same queries; no article is in both.
void merge(const TrendCounts& other, TrendCounts& into);

// Days, both inclusive; open where there is none.
struct DayRange {
  std::optional<std::chrono::sys_days> first;
  std::optional<std::chrono::sys_days> last;
};

// The range that was asked for: what a part of an index, which does not know what days the others
// have, counts all articles over, so that one round is enough. Dates of the request that are wrong,
// which compile() tells, are as if they were not there.
DayRange range_asked(const Request& request, const Clock& clock);

// The days of all articles that a trend of these series tells of; nothing where it has no days.
std::optional<DayRange> range_shown(const std::vector<DayCounts>& series, const Request& request,
                                    const Clock& clock);

// The trend of the queries that were counted, whose notices `notices` begin with. Total over any
// counts: a query that has none has found nothing.
Trend trend_from(const TrendCounts& counts, const std::vector<std::string>& queries,
                 const Request& request, const Clock& clock, std::vector<query::Notice> notices);

}  // namespace dateline::search
