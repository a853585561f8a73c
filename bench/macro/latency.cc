#include "bench/macro/latency.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dateline::bench {

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

Result<Latency> measure(search::Searcher& searcher, const QueryKind& kind, std::size_t rounds) {
  std::vector<double> times;
  std::uint64_t found = 0;
  for (std::size_t round = 0; round <= rounds; ++round) {
    for (const search::Request& request : kind.requests) {
      const auto begin = std::chrono::steady_clock::now();
      auto answer = searcher.search(request);
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      if (!answer) return failure(answer.error());
      if (round == 0) continue;
      times.push_back(took.count());
      found += answer->total.value;
    }
  }
  Latency latency{
      kind.name, times.size(), quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1), 0};
  if (!times.empty()) latency.mean_total = found / times.size();
  return latency;
}

}  // namespace dateline::bench
