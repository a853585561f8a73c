// Articles over time, as text, as JSON and as a table.
#pragma once

#include <string>

#include "searcher/output/json.h"
#include "searcher/output/text_layout.h"
#include "searcher/search/trends/trend.h"

namespace dateline::output {

// A line for each span of time, with a bar for each query; a burst has an asterisk.
Rendered text_of(const search::Trend& trend, const Terminal& terminal);

// by, series of query, total, undated and buckets; partial, notices.
Json json_of(const search::Trend& trend);

// As CSV: a record for each span of time, with all articles, and the numbers of every query.
std::string table_of(const search::Trend& trend);

// "2020", "2020-01": as much of a day as tells the spans apart.
std::string label_of(search::Span by, const std::string& start);

}  // namespace dateline::output
