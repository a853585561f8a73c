#include "indexer/cli/summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::indexer::cli {

std::string passed_over_json(const PassedOver& passed_over) {
  if (passed_over.counts().empty()) return "";
  nlohmann::ordered_json kinds;
  for (const auto& [kind, count] : passed_over.counts()) kinds[std::string(kind)] = count;
  return ",\"passed_over\":" + kinds.dump();
}

std::string passed_over_text(const PassedOver& passed_over) {
  std::string out;
  for (const auto& [kind, count] : passed_over.counts()) {
    out +=
        fmt::format("{}{} {}", out.empty() ? "\npassed over: " : ", ", format_count(count), kind);
  }
  return out;
}

std::string to_json(const Summary& summary) {
  const std::string builder =
      summary.builder.empty()
          ? ""
          : ",\"builder\":" + nlohmann::json(summary.builder)
                                  .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return fmt::format(
      R"({{"added":{},"replaced":{},"unchanged":{},"removed":{},"rejected":{},"articles":{},)"
      R"("bytes":{},"seconds":{:.3f}{}{}}})",
      summary.added, summary.replaced, summary.unchanged, summary.removed, summary.rejected,
      summary.articles, summary.bytes, summary.seconds, passed_over_json(summary.passed_over),
      builder);
}

std::string to_text(const Summary& summary) {
  return fmt::format(
      "{} added, {} replaced, {} unchanged, {} removed, {} rejected; {} articles in the index "
      "({} read in {:.1f} s){}{}",
      format_count(summary.added), format_count(summary.replaced), format_count(summary.unchanged),
      format_count(summary.removed), format_count(summary.rejected), format_count(summary.articles),
      format_bytes(summary.bytes), summary.seconds, passed_over_text(summary.passed_over),
      summary.builder.empty() ? ""
                              : "\nwritten by Xapian's own builder: " + visible(summary.builder));
}

}  // namespace dateline::indexer::cli
