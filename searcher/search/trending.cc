#include "searcher/search/trending.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/calendar.h"
#include "searcher/query/language/dates.h"
#include "searcher/search/compilation.h"
#include "searcher/search/trends/bursts.h"
#include "searcher/search/trends/day_counts.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;
using chrono::sys_days;

struct DaysShown {
  std::optional<sys_days> first;
  std::optional<sys_days> last;
  bool begins_as_asked = false;  // and not where the articles do
  bool ends_as_asked = false;

  bool any() const { return first && last && *first <= *last; }
};

// A year that an article was dated into by mistake must not make an answer endless.
std::size_t buckets_in(const DaysShown& days, Span by) {
  std::size_t count = 0;
  for (sys_days at = start_of(by, *days.first); at <= *days.last && count <= kMostBuckets;
       at = next_start(by, at)) {
    ++count;
  }
  return count;
}

Span longer(Span by) {
  switch (by) {
    case Span::kDay:
      return Span::kWeek;
    case Span::kWeek:
      return Span::kMonth;
    case Span::kMonth:
    case Span::kYear:
      break;
  }
  return Span::kYear;
}

// The range that was asked for, else what the series have between them.
DaysShown days_shown(const std::vector<DayCounts>& series, const Request& request,
                     const Clock& clock) {
  DaysShown days;
  for (const DayCounts& counts : series) {
    if (counts.days().empty()) continue;
    const sys_days first = counts.days().begin()->first;
    const sys_days last = counts.days().rbegin()->first;
    days.first = std::min(days.first.value_or(first), first);
    days.last = std::max(days.last.value_or(last), last);
  }
  // compile() has read both already.
  const auto from = query::parse_dates(request.from, clock);
  const auto to = query::parse_dates(request.to, clock);
  days.begins_as_asked = !request.from.empty() && from && from->first;
  days.ends_as_asked = !request.to.empty() && to && to->last;
  if (days.begins_as_asked) days.first = sys_days(*from->first);
  if (days.ends_as_asked) days.last = sys_days(*to->last);
  return days;
}

std::uint64_t articles_in(const DayCounts& counts, sys_days start, sys_days next) {
  std::uint64_t sum = 0;
  const auto end = counts.days().lower_bound(next);
  for (auto at = counts.days().lower_bound(start); at != end; ++at) sum += at->second;
  return sum;
}

void add_bursts(TrendSeries& series) {
  std::vector<BurstBatch> batches;
  batches.reserve(series.buckets.size());
  for (const TrendBucket& bucket : series.buckets) batches.push_back({bucket.articles, bucket.all});
  const std::vector<bool> bursty = bursts_of(batches);
  for (std::size_t i = 0; i < bursty.size(); ++i) {
    // A burst may go on over a day on which nothing is published, which is nothing to point at.
    series.buckets[i].burst = bursty[i] && series.buckets[i].articles > 0;
  }
}

class TrendMaker {
 public:
  TrendMaker(const Request& request, const Call& call) : request_(request), call_(call) {}

  // In the order in which they are to stand.
  Status count(const std::string& query) {
    Request one = request_;
    one.query = query;
    auto compiled = compile(one, call_);
    if (!compiled) return failure(compiled.error());
    for (query::Notice& notice : compiled->notices) note(std::move(notice));
    counts_.push_back(days_of_matches(call_.index, compiled->query, call_.deadline));
    trend_.series.push_back({query, counts_.back().articles(), counts_.back().undated(), {}});
    return {};
  }

  Trend finish() {
    trend_.by = request_.by;
    const DaysShown days = days_shown(counts_, request_, *call_.options.clock);
    if (days.any()) fill(days);
    std::uint64_t undated = 0;
    for (const TrendSeries& series : trend_.series) undated += series.undated;
    if (undated > 0) note({"undated", "articles without a date are in no span of time"});
    trend_.partial = call_.deadline->passed();
    if (trend_.partial) note({"deadline", "time was up: the counts are not complete"});
    return std::move(trend_);
  }

  void note(query::Notice notice) {
    auto& notices = trend_.notices;
    if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
      notices.push_back(std::move(notice));
    }
  }

 private:
  void fill(const DaysShown& days) {
    while (trend_.by != Span::kYear && buckets_in(days, trend_.by) > kMostBuckets) {
      trend_.by = longer(trend_.by);
      note({"trend-by", fmt::format("the range is long: counted by {}", name_of(trend_.by))});
    }
    const sys_days first = start_of(trend_.by, *days.first);
    const sys_days end = next_start(trend_.by, start_of(trend_.by, *days.last));
    const DayCounts all =
        days_of_all(call_.index, days.begins_as_asked ? *days.first : first,
                    days.ends_as_asked ? *days.last : end - chrono::days(1), call_.deadline);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      for (sys_days at = first; at <= *days.last; at = next_start(trend_.by, at)) {
        const sys_days next = next_start(trend_.by, at);
        trend_.series[i].buckets.push_back(
            {format_day(at), articles_in(counts_[i], at, next), articles_in(all, at, next), false});
      }
      add_bursts(trend_.series[i]);
    }
  }

  const Request& request_;
  const Call& call_;
  std::vector<DayCounts> counts_;
  Trend trend_;
};

}  // namespace

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
  TrendMaker maker(request, counted);
  for (const std::string& query : queries) {
    if (auto ok = maker.count(query); !ok) return failure(ok.error());
  }
  if (!all_local) {
    maker.note({"trend-local",
                "a remote index cannot be asked for this: articles of local indexes alone"});
  }
  return maker.finish();
}

}  // namespace dateline::search
