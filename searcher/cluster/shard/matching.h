// What a front says is to be matched, as a query of this index.
#pragma once

#include "common/base/result.h"
#include "searcher/cluster/messages/question.pb.h"
#include "searcher/query/query.h"
#include "searcher/search/call.h"

namespace dateline::cluster {

// kUsage or kQuery where it makes no sense or asks for too much. Throws Xapian::Error.
Result<query::CompiledQuery> compiled_of(const wire::Matching& message, const search::Call& call);

}  // namespace dateline::cluster
