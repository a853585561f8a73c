// From a request to its answer.
#pragma once

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// The answer to a request that is within its bounds. Fails as compile() (compilation.h) and hits_of
// (hits.h) do; throws Xapian::Error.
Result<Answer> answer_of(const Request& request, const Call& call, Stemmers& stemmers);

}  // namespace dateline::search
