#include "searcher/cluster/messages/trend_counts.h"

#include <google/protobuf/message_lite.h>

#include <chrono>

#include "common/base/calendar.h"
#include "searcher/cluster/messages/counts.pb.h"
#include "searcher/cluster/messages/reading.h"

namespace dateline::cluster {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

void write(const search::DayCounts& counts, messages::DayCounts& out) {
  sys_days last{};
  for (const auto& [day, articles] : counts.days()) {
    out.add_steps(static_cast<std::int32_t>((day - last).count()));
    out.add_articles(as_count(articles));
    last = day;
  }
  out.set_undated(as_count(counts.undated()));
}

// Days that Timestamp can have: make_day() knows no others.
bool is_day(std::int64_t number) {
  static const auto kFirst = sys_days(*make_day(1, 1, 1)).time_since_epoch().count();
  static const auto kLast = sys_days(*make_day(9999, 12, 31)).time_since_epoch().count();
  return number >= kFirst && number <= kLast;
}

Result<search::DayCounts> read(const messages::DayCounts& message) {
  search::DayCounts out;
  if (message.steps_size() != message.articles_size()) return malformed("days without counts");
  std::int64_t number = 0;
  for (int i = 0; i < message.steps_size(); ++i) {
    number += message.steps(i);
    if (!is_day(number)) return malformed("a day that is none");
    if (i > 0 && message.steps(i) <= 0) return malformed("days out of their order");
    out.add(sys_days(days(number)), message.articles(i));
  }
  out.add_undated(message.undated());
  return out;
}

}  // namespace

std::string to_message(const search::TrendCounts& counts) {
  messages::TrendCounts out;
  for (const search::DayCounts& one : counts.series) write(one, *out.add_series());
  write(counts.all, *out.mutable_all());
  out.set_partial(counts.partial);
  return out.SerializeAsString();
}

Result<search::TrendCounts> trend_counts_from(std::string_view message) {
  messages::TrendCounts read_in;
  if (!parse(message, read_in)) return malformed("counts of a trend cannot be read");
  if (read_in.series_size() > static_cast<int>(search::kMaxTrendQueries)) {
    return malformed("a trend of too many queries");
  }
  search::TrendCounts out;
  for (const messages::DayCounts& one : read_in.series()) {
    auto counts = read(one);
    if (!counts) return failure(counts.error());
    out.series.push_back(std::move(*counts));
  }
  auto all = read(read_in.all());
  if (!all) return failure(all.error());
  out.all = std::move(*all);
  out.partial = read_in.partial();
  return out;
}

}  // namespace dateline::cluster
