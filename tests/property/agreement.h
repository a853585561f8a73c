// Compares what an index answers with what the linear scan finds.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "searcher/search/searcher.h"
#include "tests/property/linear_scan.h"

namespace dateline::testing {

// The ids of all hits of `query`, page by page. An error becomes the single id "error: …", so that
// a comparison shows it.
std::set<std::string> all_hits(search::Searcher& searcher, const std::string& query);

// Asks `count` random queries of both; the disagreements, each as one line for people.
std::vector<std::string> disagreements(search::Searcher& searcher, const LinearScan& scan,
                                       std::uint32_t seed, int count);

}  // namespace dateline::testing
