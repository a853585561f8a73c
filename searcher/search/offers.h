// What is offered where nothing was found.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/search/answer.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The request's query respelled and relaxed, as far as `finds` says that the other query finds
// something: at most three of each kind. Throws Xapian::Error.
std::vector<Suggestion> offers_for(const Request& request, const query::QueryOptions& options,
                                   query::IndexTerms& index,
                                   const std::function<bool(const std::string& query)>& finds);

}  // namespace dateline::search
