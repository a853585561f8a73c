// A table of what queries find, a row a query.
#pragma once

#include <string>

#include "searcher/search/summary.h"

namespace dateline::output {

enum class TableFormat { kCsv, kJsonLines };

// The heading of a table as CSV (formats/csv.h): query, total, first, last, id, headline. JSON lines
// have none.
std::string heading_of_queries(TableFormat format);

// A row, with its line end. In JSON what is not known is not there.
std::string row_of(const search::QuerySummary& summary, TableFormat format);

}  // namespace dateline::output
