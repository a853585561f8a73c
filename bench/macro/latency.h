// How long queries take through the search library, as a service would call it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/macro/query_mix.h"
#include "common/base/result.h"
#include "searcher/search/searcher.h"

namespace dateline::bench {

struct Latency {
  std::string kind;
  std::size_t queries = 0;  // timed answers
  double p50_ms = 0;
  double p99_ms = 0;
  double worst_ms = 0;
  std::uint64_t mean_total = 0;  // articles found, on average
  std::string slowest;           // the query that took worst_ms
};

// What is measured: the time that passes, or this process's share of the processors, which is what
// to compare where other work shares the machine.
enum class Timer : std::uint8_t { kWall, kProcessor };

// The smallest of `values` that at least `share` (0 to 1) of them do not exceed; 0 for none.
double quantile(std::vector<double> values, double share);

// Each query `rounds` times, after one round that is not timed: figures of a warm index.
Result<Latency> measure(search::Searcher& searcher, const QueryKind& kind, std::size_t rounds,
                        Timer timer = Timer::kWall);

}  // namespace dateline::bench
