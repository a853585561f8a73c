// What a hit may be marked with.
#pragma once

#include <vector>

#include "searcher/query/plan/plan.h"
#include "searcher/query/query.h"

namespace dateline::query {

// Words and names that are looked for, each once; not those under NOT.
std::vector<MarkedWord> marks_of(const Plan& plan);

}  // namespace dateline::query
