#include "searcher/output/query_table.h"

#include <array>

#include "searcher/output/formats/csv.h"
#include "searcher/output/json.h"

namespace dateline::output {
namespace {

constexpr std::array kColumns{"query", "total", "first", "last", "id", "headline"};

}  // namespace

std::string heading_of_queries(TableFormat format) {
  if (format == TableFormat::kJsonLines) return {};
  CsvRecord heading;
  for (const char* column : kColumns) heading.text(column);
  return heading.line();
}

std::string row_of(const search::QuerySummary& summary, TableFormat format) {
  const std::array texts{summary.first, summary.last, summary.id, summary.headline};
  if (format == TableFormat::kCsv) {
    CsvRecord row;
    row.text(summary.query).number(summary.total.value);
    for (const std::string& text : texts) row.text(text);
    return row.line();
  }
  Json row;
  row["query"] = summary.query;
  row["total"] = summary.total.value;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty()) row[kColumns[i + 2]] = texts[i];
  }
  return line_of(row);
}

}  // namespace dateline::output
