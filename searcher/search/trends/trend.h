// How many articles there are over time. Plain values; free of Xapian.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/language/types.h"

namespace dateline::search {

// What is counted together. A week begins on Monday.
enum class Span { kDay, kWeek, kMonth, kYear };

// "day", "week", "month", "year".
std::string_view name_of(Span by);
std::optional<Span> span_from(std::string_view name);

// The first day of the span that `day` is in, and of the one after the span that begins on `start`.
std::chrono::sys_days start_of(Span by, std::chrono::sys_days day);
std::chrono::sys_days next_start(Span by, std::chrono::sys_days start);

inline constexpr std::size_t kMaxTrendQueries = 16;
// Where there would be more, longer spans are counted, with a notice.
inline constexpr std::size_t kMostBuckets = 10'000;

struct TrendBucket {
  std::string start;           // "2020-01-06", its first day
  std::uint64_t articles = 0;  // of the query
  std::uint64_t all = 0;       // of the index
  bool burst = false;          // far more than there usually are among as many (bursts.h)

  // Of all articles, from 0 to 1.
  double share() const {
    return all == 0 ? 0 : static_cast<double>(articles) / static_cast<double>(all);
  }
};

struct TrendSeries {
  std::string query;
  std::uint64_t total = 0;    // articles, those without a date included
  std::uint64_t undated = 0;  // these are in no bucket
  std::vector<TrendBucket> buckets;
};

struct Trend {
  Span by = Span::kMonth;
  // In the order of the queries. All have the same buckets: without a gap, from the first to the
  // last day that any has, or over the range that was asked for.
  std::vector<TrendSeries> series;
  bool partial = false;
  std::vector<query::Notice> notices;
};

}  // namespace dateline::search
