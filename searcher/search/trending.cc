#include "searcher/search/trending.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/search/compilation.h"
#include "searcher/search/trends/day_counting.h"
#include "searcher/search/trends/trend_counts.h"

namespace dateline::search {

Result<TrendQueries> compile_trend(const std::vector<std::string>& queries, const Request& request,
                                   const Call& call) {
  TrendQueries out;
  for (const std::string& query : queries) {
    Request one = request;
    one.query = query;
    auto compiled = compile(one, call);
    if (!compiled) return failure(compiled.error());
    out.queries.push_back(compiled->query);
    for (query::Notice& notice : compiled->notices) {
      if (std::find(out.notices.begin(), out.notices.end(), notice) == out.notices.end()) {
        out.notices.push_back(std::move(notice));
      }
    }
  }
  return out;
}

Result<Trend> trend_of(const std::vector<std::string>& queries, const Request& request,
                       const Call& call) {
  const bool all_local = call.index.can().run_our_sources;
  std::optional<store::IndexReader> local;
  if (!all_local) local = call.index.local_part();
  if (local && local->shards() == 0) {
    return failure(ErrorCode::kUsage, "a remote index cannot be asked for a trend",
                   "ask on the machine where the index is a directory");
  }
  const Call counted{local ? *local : call.index, call.options, call.deadline};
  auto compiled = compile_trend(queries, request, counted);
  if (!compiled) return failure(compiled.error());
  if (!all_local) {
    compiled->notices.push_back(
        {"trend-local",
         "a remote index cannot be asked for this: articles of local indexes alone"});
  }
  const Clock& clock = *call.options.clock;
  const TrendCounts counts = collect_trend(counted.index, Extent::kWhole, compiled->queries,
                                           request, clock, call.deadline);
  return trend_from(counts, queries, request, clock, std::move(compiled->notices));
}

}  // namespace dateline::search
