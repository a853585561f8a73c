// A query with something less asked for. See revision.h.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/revision/revision.h"

namespace dateline::query {

// Those that ask for most first, at most a dozen.
std::vector<Revision> relaxations(std::string_view typed, const QueryOptions& options);

}  // namespace dateline::query
