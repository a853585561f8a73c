// Queries of each kind, made from articles of the index itself, so that they find something
// whatever was indexed: a word of an article, two of its words, two that stand side by side.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/search/searcher.h"

namespace dateline::bench {

struct QueryKind {
  std::string name;  // "word", "and", "or", "phrase", "near", "field", "date", "wildcard", "newest"
  std::vector<search::Request> requests;
  bool completes = false;  // the queries are beginnings, to be completed
};

// `each` queries of every kind; the same for the same index, seed and count. Fails as the searcher
// does, and with kInvalidInput where no article has words enough.
Result<std::vector<QueryKind>> make_query_mix(search::Searcher& searcher, std::size_t each,
                                              std::uint64_t seed);

}  // namespace dateline::bench
