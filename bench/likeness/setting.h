// A way of finding like articles that is to be tried, as a line of text.
//
//   similar time=0.2 terms=60      as `dateline-search similar` does it, with other parameters
//   plain terms=30 k1=1 b=0.5      the terms of highest tf·idf, all of one weight, by BM25
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/similar/parameters.h"

namespace dateline::bench {

struct Setting {
  bool is_plain = false;
  search::SimilarParameters parameters;     // of similar, by the names of its members
  std::size_t plain_terms = 30;             // of plain
  search::RankingParameters plain_ranking;  // Xapian's defaults at first
};

// kUsage for an unknown name or what is no number.
Result<Setting> read_setting(std::string_view line);

}  // namespace dateline::bench
