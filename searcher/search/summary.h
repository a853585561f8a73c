// What a query finds, in a line: for those who check hundreds of names at once.
#pragma once

#include <string>

#include "common/base/result.h"
#include "searcher/search/answer.h"
#include "searcher/search/request.h"
#include "searcher/search/searcher.h"

namespace dateline::search {

struct QuerySummary {
  std::string query;
  Total total;           // of articles; exact unless time was up
  std::string first;     // day of the oldest article that has a date, "2020-01-06"; else empty
  std::string last;      // of the newest
  std::string id;        // of the best hit; empty where nothing was found
  std::string headline;  // of it
  bool partial = false;  // the deadline cut something short
};

// Of the request, whose limit, order and what else it says of showing count for nothing. Several
// searches, each with the request's deadline. Fails as Searcher::search does.
Result<QuerySummary> summary_of(Searcher& searcher, const Request& request);

}  // namespace dateline::search
