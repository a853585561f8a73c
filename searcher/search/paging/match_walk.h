// Every match of a query, once, in no order and without being kept: what counts or lists more matches
// than fit in memory goes through them so.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>

#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// `match` has the values alone, and lives as long as the call; `document` is its number in the whole
// database.
using VisitMatch =
    std::function<void(const Xapian::Document& match, Xapian::docid document, double score)>;

// Calls `visit` for each live match of `asked`, with its score; ends with the deadline. Not to be
// asked where some place is remote (Capabilities::run_our_sources). Throws Xapian::Error.
void walk_matches(const store::IndexReader& index, const query::CompiledQuery& asked,
                  const std::shared_ptr<Deadline>& deadline, const VisitMatch& visit);

}  // namespace dateline::search
