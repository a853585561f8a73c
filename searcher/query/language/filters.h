// Filters by a field, and a query without them.
#pragma once

#include "common/schema/fields.h"
#include "searcher/query/language/tree.h"

namespace dateline::query {

// Takes out of the tree what narrows it down by `field` and by nothing else: the whole of it, or
// operands of the AND at its top, that are `field:…`, or alternatives of such. What is denied
// (NOT field:…) stays, and so does what stands deeper. True if there was anything; a tree of nothing
// else then matches everything.
bool drop_filters(Node& tree, const schema::Field& field);

}  // namespace dateline::query
