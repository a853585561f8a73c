// The newest or oldest matches of a query that has many, in a time that does not grow with them.
//
// The index knows how many articles each year, month and day has. So the page is looked for among
// the articles of so many of the latest days as should hold it, a few times as many where it does
// not, and the matches of all other days are never met. They are counted up to a bound, and beyond
// it estimated. Articles without a date come last, and so only where all days are asked.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>

#include "common/store/index_reader.h"
#include "searcher/query/language/dates.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The latest days, or the earliest, that have at least so many articles; nothing where no days have
// so many, or articles are of too many years to look them through. Open at the end where the walk
// begins. Throws Xapian::Error, as all these do.
std::optional<query::DayRange> days_with(const Xapian::Database& db, Sort sort,
                                         std::uint64_t articles);

// What find_page() finds for a request that sorts by date, with counts and totals as
// MatchPage::counted says; nothing where its matches are few enough to sort them all, or an index
// is remote. `enquire` has the query and its order already. Once `deadline` has passed, the page
// is of what was met.
std::optional<MatchPage> find_page_by_date(Xapian::Enquire& enquire, const Request& request,
                                           const store::IndexReader& index,
                                           const Deadline& deadline, Xapian::doccount counted);

}  // namespace dateline::search
