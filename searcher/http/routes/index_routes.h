// The routes that ask an index. To add one: a function that answers, and its row in
// index_routes.cc; paths, counters, documents and tools follow from the rows.
#pragma once

#include <span>
#include <string_view>

#include "searcher/http/routes/parameters.h"
#include "searcher/http/routes/question.h"
#include "searcher/search/searcher.h"

namespace dateline::http {

struct IndexRoute {
  std::string_view name;     // "search": /api/v1/search, /api/v1/{index}/search
  std::string_view id;       // what stands behind it, for documents: "id"; empty for nothing
  std::string_view summary;  // a sentence without a full stop
  std::string_view type;     // of its answer
  Parameters parameters;
  // On a worker's thread, with its searcher of that index.
  Outcome (*answer)(const Question& question, search::Searcher& searcher);
};

// Those below /api/v1 first.
std::span<const IndexRoute> index_routes();

// /feed.atom and /suggestions.json, which ask the first index and stand outside of /api/v1 for it: /api/v1/{index}/feed.atom is another's.
std::span<const IndexRoute> root_routes();

}  // namespace dateline::http
