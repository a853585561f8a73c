// The facets of an answer.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Counts what the request asks to be counted, of all that `asked` matches. A facet of a field by
// which the query filters, `source` of `flood source:x`, is counted without that filter, as shops do
// it: so that it tells what else there is to choose. That is not so of years and months, for a range
// says where one wants to look; a notice tells of which it is so. `documents`, where they are known,
// are all that `asked` matches, so that it need not be run once more. True where time allowed for
// all. Throws Xapian::Error.
bool add_facets(const Request& request, const Call& call, const query::CompiledQuery& asked,
                const std::optional<std::vector<Xapian::docid>>& documents, Answer& answer);

}  // namespace dateline::search
