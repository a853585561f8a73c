// What queries are told of surnames (searcher/query/rewrite/surname_alone.h).
#pragma once

#include <memory>

#include "common/names/aliases.h"
#include "common/store/index_reader.h"
#include "searcher/query/rewrite/surname_alone.h"
#include "searcher/search/matching/deadline.h"

namespace dateline::search {

// Looks into `index` when a query asks, and not before. Lives no longer than `index` and `aliases`;
// throws Xapian::Error when it is asked.
query::SurnamesAlone surnames_alone(const store::IndexReader& index, const names::Aliases* aliases,
                                    std::shared_ptr<Deadline> deadline);

}  // namespace dateline::search
