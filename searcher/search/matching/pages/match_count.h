// How many articles and stories match, beside a page that was found without meeting them all.
#pragma once

#include <xapian.h>

#include <cstdint>

#include "common/store/index_reader.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/request.h"

namespace dateline::search {

// All matches up to `most`; beyond, `estimate`, or what was met if that is more. Of stories there are
// as many a match as among those that were met. For local indexes alone. Throws Xapian::Error.
CountedMatches count_matches(const store::IndexReader& index, const Xapian::Query& query,
                             Collapse collapse, std::uint64_t estimate, std::uint64_t most);

}  // namespace dateline::search
