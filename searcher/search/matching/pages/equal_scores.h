// The page of a query that gives all of its matches the same score, as `*` or a filter by itself, with
// stories collapsed.
//
// Xapian would look at every match, for the last one might be a copy of the first: a second for three
// hundred thousand. But where none is better than another they come by number, so the page is among
// the first of them, and the copies that these leave out are all that the page needs.
#pragma once

#include <xapian.h>

#include <optional>

#include "common/store/index_reader.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/request.h"

namespace dateline::search {

// What find_page() finds for a request by relevance, with counts as MatchPage::counted says, and
// without having counted the copies of its stories (PageMatch::copies_known); nothing where articles
// score, are few, stories are not collapsed, the page is deep, or an index is remote. `enquire` has
// the query, its order and no collapse key, and is left so. Throws Xapian::Error.
std::optional<MatchPage> find_page_of_equals(Xapian::Enquire& enquire, const Request& request,
                                             const store::IndexReader& index,
                                             Xapian::doccount counted);

}  // namespace dateline::search
