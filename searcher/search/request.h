// The bounds of a request.
#pragma once

#include "common/base/result.h"
#include "searcher/search/searcher.h"

namespace dateline::search {

// kUsage, with the option's name, where a member is out of its bounds. The query text and the dates
// are the query room's to judge.
Status check(const Request& request);

}  // namespace dateline::search
