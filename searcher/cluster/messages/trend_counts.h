// What a shard has counted for a trend as bytes, and back: see reading.h for what is read.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "searcher/search/trends/trend_counts.h"

namespace dateline::cluster {

std::string to_message(const search::TrendCounts& counts);
Result<search::TrendCounts> trend_counts_from(std::string_view message);

}  // namespace dateline::cluster
