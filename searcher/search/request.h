// The bounds of a request.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/search/searcher.h"

namespace dateline::search {

// kUsage, with the option's name, where a member is out of its bounds. The query text and the dates
// are the query room's to judge.
Status check(const Request& request);

// The same for the beginning of which completions are asked for, and for how many.
Status check_beginning(std::string_view typed, std::size_t limit);
// The same for the name of an entity.
Status check_name(const std::string& name);

}  // namespace dateline::search
