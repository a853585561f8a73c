// What is wrong with a query, shown where it is.
#pragma once

#include <string>
#include <string_view>

#include "searcher/query/language/types.h"

namespace dateline::query {

// The query on one line, a caret under the fault on the next, message and hint below: what a
// terminal shows.
std::string describe(std::string_view text, const QueryError& error);

}  // namespace dateline::query
