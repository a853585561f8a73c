// What a shard has counted for facets as bytes, and back: see reading.h for what is read.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/search/counting/facet_tallies.h"

namespace dateline::cluster {

std::string to_message(const search::FacetTallies& tallies);
Result<search::FacetTallies> facet_tallies_from(std::string_view message);

}  // namespace dateline::cluster
