// A result's facets as text and as JSON.
#pragma once

#include <string>
#include <vector>

#include "searcher/output/json.h"
#include "searcher/search/facet.h"

namespace dateline::output {

// An object: {name: [{value, count}]}.
Json facets_json(const std::vector<search::Facet>& facets);

// A heading for each facet, a line for each value.
std::string facets_text(const std::vector<search::Facet>& facets);

}  // namespace dateline::output
