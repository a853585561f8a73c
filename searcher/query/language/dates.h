// Date expressions: what may stand after `date:`, in --from and in --to.
//
//   2020   2020-01   2020-01-06   2020-Q1   "jan 2020"   "6 jan 2020"   "Jan 6, 2020"
//   today   yesterday   7d   2w   3m   1y   (that many days, weeks, months, years up to today)
//   2019..2020-03   ..2019   2020-06..   7d..yesterday
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "common/base/clock.h"
#include "searcher/query/language/types.h"

namespace dateline::query {

// Calendar days from `first` to `last`, both included; an absent end is open. At least one is
// there.
struct DayRange {
  std::optional<std::chrono::year_month_day> first;
  std::optional<std::chrono::year_month_day> last;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// `offset` is where `text` begins in the query, for the error.
Parsed<DayRange> parse_dates(std::string_view text, const Clock& clock, std::size_t offset = 0);

// "2019-01-01..2020-03-31", "..2019-12-31", "2020-01-06".
std::string print(const DayRange& range);

}  // namespace dateline::query
