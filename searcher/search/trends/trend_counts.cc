#include "searcher/search/trends/trend_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/calendar.h"
#include "searcher/query/language/dates.h"
#include "searcher/search/trends/bursts.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;
using chrono::sys_days;

struct DaysShown {
  std::optional<sys_days> first;
  std::optional<sys_days> last;
  bool begins_as_asked = false;  // and not where the articles do
  bool ends_as_asked = false;
  Span by = Span::kMonth;

  bool any() const { return first && last && *first <= *last; }
  // The first day of the first bucket, and the one after the last bucket.
  sys_days start() const { return start_of(by, *first); }
  sys_days end() const { return next_start(by, start_of(by, *last)); }
  // All of both, where articles are not left out by the range.
  DayRange whole() const {
    return {begins_as_asked ? *first : start(), ends_as_asked ? *last : end() - chrono::days(1)};
  }
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

// The range that was asked for, else what the series have between them, in spans that are not too
// many.
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
  const DayRange asked = range_asked(request, clock);
  days.begins_as_asked = asked.first.has_value();
  days.ends_as_asked = asked.last.has_value();
  if (asked.first) days.first = asked.first;
  if (asked.last) days.last = asked.last;
  days.by = request.by;
  while (days.any() && days.by != Span::kYear && buckets_in(days, days.by) > kMostBuckets) {
    days.by = longer(days.by);
  }
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

void fill(const DaysShown& days, const DayCounts& counts, const DayCounts& all,
          TrendSeries& series) {
  const DayRange whole = days.whole();
  for (sys_days at = days.start(); at <= *days.last; at = next_start(days.by, at)) {
    const sys_days next = next_start(days.by, at);
    const sys_days from = std::max(at, *whole.first);
    const sys_days to = std::min(next, *whole.last + chrono::days(1));
    series.buckets.push_back({format_day(at), articles_in(counts, at, next),
                              from < to ? articles_in(all, from, to) : 0, false});
  }
  add_bursts(series);
}

void note(query::Notice notice, std::vector<query::Notice>& notices) {
  if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
    notices.push_back(std::move(notice));
  }
}

}  // namespace

void merge(const TrendCounts& other, TrendCounts& into) {
  into.series.resize(std::max(into.series.size(), other.series.size()));
  for (std::size_t i = 0; i < other.series.size(); ++i) into.series[i].add(other.series[i]);
  into.all.add(other.all);
  into.partial = into.partial || other.partial;
}

DayRange range_asked(const Request& request, const Clock& clock) {
  DayRange range;
  const auto from = query::parse_dates(request.from, clock);
  const auto to = query::parse_dates(request.to, clock);
  if (!request.from.empty() && from && from->first) range.first = sys_days(*from->first);
  if (!request.to.empty() && to && to->last) range.last = sys_days(*to->last);
  return range;
}

std::optional<DayRange> range_shown(const std::vector<DayCounts>& series, const Request& request,
                                    const Clock& clock) {
  const DaysShown days = days_shown(series, request, clock);
  if (!days.any()) return std::nullopt;
  return days.whole();
}

Trend trend_from(const TrendCounts& counts, const std::vector<std::string>& queries,
                 const Request& request, const Clock& clock, std::vector<query::Notice> notices) {
  Trend trend;
  trend.notices = std::move(notices);
  std::vector<DayCounts> series = counts.series;
  series.resize(queries.size());
  const DaysShown days = days_shown(series, request, clock);
  trend.by = days.by;
  for (Span by = request.by; by != days.by; by = longer(by)) {
    note({"trend-by", fmt::format("the range is long: counted by {}", name_of(longer(by)))},
         trend.notices);
  }
  std::uint64_t undated = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    trend.series.push_back({queries[i], series[i].articles(), series[i].undated(), {}});
    if (days.any()) fill(days, series[i], counts.all, trend.series.back());
    undated += series[i].undated();
  }
  if (undated > 0)
    note({"undated", "articles without a date are in no span of time"}, trend.notices);
  trend.partial = counts.partial;
  if (trend.partial) {
    note({"deadline", "time was up: the counts are not complete"}, trend.notices);
  }
  return trend;
}

}  // namespace dateline::search
