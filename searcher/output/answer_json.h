// An answer as JSON, whole and in parts, shared by the formats of it.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/output/json.h"
#include "searcher/search/answer.h"

namespace dateline::output {

// query, parsed, took_ms, partial, total, hits, facets, significant, suggestions, notices; next where more follow.
Json json_of(const search::Answer& answer);

Json json_of(const search::Hit& hit);
Json json_of(const search::Total& total);

// "exact", "at_least", "estimate".
std::string_view name_of(search::TotalRelation relation);

}  // namespace dateline::output
