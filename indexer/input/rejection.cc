#include "indexer/input/rejection.h"

#include <nlohmann/json.hpp>

namespace dateline::indexer {

std::string Rejection::to_json() const {
  nlohmann::ordered_json out;
  out["path"] = path;
  if (!member.empty()) out["member"] = member;
  out["offset"] = offset;
  out["code"] = code;
  out["reason"] = reason;
  // Paths are bytes, not text: what is not UTF-8 in them must not throw.
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace dateline::indexer
