// A range of days as a query: the terms of whole years, of whole months and of days, so that ten
// years are ten terms.
//
// One article of the year 1 and one of 9999 make an index's days those of ten thousand years, so
// that a range with an open end has as many. Of years in the middle of a range only those are asked
// for that some article has; and where they are still too many, the days themselves are compared.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/building/unweighted_term.h"
#include "searcher/query/language/dates.h"
#include "searcher/query/vocabulary/index_terms.h"

namespace dateline::query {

// So many terms of whole years are in a query at most, besides those at its ends.
inline constexpr std::size_t kMostYears = 256;

// The articles of these days. Reads up to kMostYears terms and as many posting lists, and some
// hundred more. Without weight. Throws Xapian::Error.
Xapian::Query days_in(IndexTerms& index, const DayRange& range, const Misreads& misreads = {});

// Terms whose union is the days from `first` to `last`, both included; none if first > last.
std::vector<std::string> day_terms(std::chrono::year_month_day first,
                                   std::chrono::year_month_day last);

}  // namespace dateline::query
