#include "indexer/cli/summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::indexer::cli {

std::string to_json(const Summary& summary) {
  const std::string builder =
      summary.builder.empty()
          ? ""
          : ",\"builder\":" + nlohmann::json(summary.builder)
                                  .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return fmt::format(
      R"({{"added":{},"replaced":{},"unchanged":{},"removed":{},"rejected":{},"articles":{},)"
      R"("bytes":{},"seconds":{:.3f}{}}})",
      summary.added, summary.replaced, summary.unchanged, summary.removed, summary.rejected,
      summary.articles, summary.bytes, summary.seconds, builder);
}

std::string to_text(const Summary& summary) {
  return fmt::format(
      "{} added, {} replaced, {} unchanged, {} removed, {} rejected; {} articles in the index "
      "({} read in {:.1f} s){}",
      format_count(summary.added), format_count(summary.replaced), format_count(summary.unchanged),
      format_count(summary.removed), format_count(summary.rejected), format_count(summary.articles),
      format_bytes(summary.bytes), summary.seconds,
      summary.builder.empty() ? ""
                              : "\nwritten by Xapian's own builder: " + visible(summary.builder));
}

}  // namespace dateline::indexer::cli
