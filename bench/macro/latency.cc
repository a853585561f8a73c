#include "bench/macro/latency.h"

#include <time.h>

#include <algorithm>
#include <cmath>

namespace dateline::bench {
namespace {

double now_ms(Timer timer) {
  timespec now{};
  clock_gettime(timer == Timer::kWall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// How much one request finds.
Result<std::uint64_t> ask(search::Searcher& searcher, const QueryKind& kind,
                          const search::Request& request) {
  if (kind.completes) {
    const auto completions = searcher.suggest(request.query, request.limit);
    if (!completions) return failure(completions.error());
    return completions->size();
  }
  const auto answer = searcher.search(request);
  if (!answer) return failure(answer.error());
  return answer->total.value;
}

}  // namespace

double quantile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

Result<Latency> measure(search::Searcher& searcher, const QueryKind& kind, std::size_t rounds,
                        Timer timer) {
  std::vector<double> times;
  Latency latency;
  latency.kind = kind.name;
  for (std::size_t round = 0; round <= rounds; ++round) {
    for (const search::Request& request : kind.requests) {
      const double begin = now_ms(timer);
      const auto found = ask(searcher, kind, request);
      const double took = now_ms(timer) - begin;
      if (!found) return failure(found.error());
      if (round == 0) continue;
      if (took > latency.worst_ms) {
        latency.worst_ms = took;
        latency.slowest = request.query;
      }
      times.push_back(took);
      latency.mean_total += *found;
    }
  }
  latency.queries = times.size();
  latency.p50_ms = quantile(times, 0.5);
  latency.p99_ms = quantile(times, 0.99);
  if (!times.empty()) latency.mean_total /= times.size();
  return latency;
}

}  // namespace dateline::bench
