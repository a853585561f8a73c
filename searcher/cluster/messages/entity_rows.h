// The rows of a facet of entities, as a shard is asked for them, and what it has counted of them, as bytes
// and back: see reading.h for what is read.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/search/counting/entities/entity_rows.h"

namespace dateline::cluster {

std::string to_message(const search::EntityRows& rows);
Result<search::EntityRows> entity_rows_from(std::string_view message);

std::string to_message(const search::RowTallies& tallies);
Result<search::RowTallies> row_tallies_from(std::string_view message);

}  // namespace dateline::cluster
