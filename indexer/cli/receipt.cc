#include "indexer/cli/receipt.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/figures.h"
#include "common/base/printable.h"

namespace dateline::indexer::cli {
namespace {

std::string names_of(const store::Blocked& row) {
  std::string out = visible(row.id);
  for (const std::string& url : row.urls) out += (out.empty() ? "" : " ") + visible(url);
  return out;
}

}  // namespace

std::string to_json(const Receipt& receipt) {
  nlohmann::ordered_json out;
  out["removed"] = receipt.removed.size();
  out["articles"] = receipt.articles;
  out["revision"] = receipt.revision;
  out["time"] = receipt.time;
  out["ids"] = nlohmann::ordered_json::array();
  for (const store::Blocked& one : receipt.removed) out["ids"].push_back(one.id);
  for (const store::Blocked& one : receipt.blocked) {
    out["blocked"].push_back({{"id", one.id}, {"urls", one.urls}});
  }
  if (receipt.unblocked > 0) out["unblocked"] = receipt.unblocked;
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string to_text(const Receipt& receipt) {
  std::string out =
      fmt::format("{} removed; {} articles in the index", format_count(receipt.removed.size()),
                  format_count(receipt.articles));
  if (receipt.unblocked > 0) {
    out += fmt::format("; {} blocked no longer", format_count(receipt.unblocked));
  }
  if (receipt.removed.empty() && receipt.blocked.empty() && receipt.unblocked == 0) return out;
  out += fmt::format("\nrevision {} at {}", receipt.revision, receipt.time);
  for (const store::Blocked& one : receipt.removed) out += "\nremoved " + visible(one.id);
  for (const store::Blocked& one : receipt.blocked) out += "\nblocked " + names_of(one);
  return out;
}

}  // namespace dateline::indexer::cli
