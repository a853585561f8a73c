// What an index answers, as JSON: the functions of dateline.h whose names end with _json, and what
// the others share with them.
#pragma once

#include <mutex>
#include <string>
#include <type_traits>
#include <utility>

#include "common/base/result.h"
#include "searcher/capi/error.h"
#include "searcher/capi/request.h"
#include "searcher/capi/searcher.h"
#include "searcher/output/renderer.h"

namespace dateline::capi {

// On one line, without a line feed.
std::string json_line(const output::Shown& shown);

// What `ask` answers on the searcher, with the request that `given` makes; one call at a time.
template <typename Ask>
std::invoke_result_t<Ask, search::Searcher&, const search::Request&> answered(
    dateline_searcher* searcher, const dateline_request* given, const char* query, Ask&& ask) {
  if (searcher == nullptr) return missing("searcher");
  const auto request = asked(given, query);
  if (!request) return failure(request.error());
  const std::lock_guard lock(searcher->mutex);
  return std::forward<Ask>(ask)(searcher->searcher, *request);
}

}  // namespace dateline::capi
