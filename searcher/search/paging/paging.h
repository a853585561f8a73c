// Which matches are on a page, wherever it begins.
#pragma once

#include "common/base/result.h"
#include "searcher/search/call.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/paging/cursor.h"
#include "searcher/search/paging/listing.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The totals of all matches, and those of the request's page: from its offset on, or behind its
// cursor, which is sound. kUsage where a remote index has no page so far down. Throws Xapian::Error.
Result<Matches> match_page(const Request& request, const query::CompiledQuery& asked,
                           const Call& call);

// Where a list goes on behind a cursor: by its article's score and number of now, while the index
// has it; else by those that it had. Throws Xapian::Error.
ListStart start_behind(const Cursor& cursor, Sort sort, const query::CompiledQuery& asked,
                       const Call& call);

}  // namespace dateline::search
