// From a path to what answers it.
#pragma once

#include <string>
#include <string_view>

#include "searcher/http/messages/target.h"
#include "searcher/http/routes/index_routes.h"
#include "searcher/http/routes/page_files.h"

namespace dateline::http {

enum class Place {
  kNowhere,
  kIndex,  // `route` answers, of the index that is called `index`
  kHealth,
  kMetrics,
  kOpenSearch,
  kOpenApi,
  kPage,  // `file` is what stands there
  kMcp,
};

struct Routed {
  Place place = Place::kNowhere;
  std::string_view name = "none";     // of the route, for counters and logs: one of a few
  const IndexRoute* route = nullptr;  // lives as long as the program
  std::string index;                  // empty: the first
  std::string id;
  const PageFile* file = nullptr;  // lives as long as the program
};

// Where the path leads; `base_path` ("/news") stands before it and is left aside. The names of
// routes name no index.
Routed route_of(const Target& target, std::string_view base_path);

}  // namespace dateline::http
