// Where a query is wrong, for who marks it in the field in which it was typed.
#pragma once

#include <optional>

#include "searcher/query/describe.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The place in `request.query` that an error of kQuery is about. It is found out by reading the
// query once more, without an index: none where it is right but for what an index makes of it.
std::optional<query::TextPlace> place_of_fault(const Request& request);

}  // namespace dateline::search
