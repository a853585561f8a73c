#include "searcher/output/trends/trend.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/figures.h"
#include "common/base/printable.h"
#include "searcher/output/formats/csv.h"

namespace dateline::output {
namespace {

using search::Span;
using search::Trend;
using search::TrendBucket;
using search::TrendSeries;

constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kNarrowestBar = 6;
constexpr std::size_t kLabelColumns = 10;
constexpr std::size_t kNumberColumns = 12;  // of a series, beside its bar

std::size_t bar_columns(const Trend& trend, const Terminal& terminal) {
  const auto width = static_cast<std::size_t>(std::max(terminal.width, 20));
  const std::size_t each =
      (width - std::min(width, kLabelColumns)) / std::max<std::size_t>(trend.series.size(), 1);
  return std::clamp(each - std::min(each, kNumberColumns), kNarrowestBar, kWidestBar);
}

std::uint64_t highest(const Trend& trend) {
  std::uint64_t most = 1;
  for (const TrendSeries& series : trend.series) {
    for (const TrendBucket& bucket : series.buckets) most = std::max(most, bucket.articles);
  }
  return most;
}

std::string totals(const Trend& trend, const program::Style& style) {
  std::string out;
  for (std::size_t i = 0; i < trend.series.size(); ++i) {
    const TrendSeries& series = trend.series[i];
    if (trend.series.size() > 1) out += fmt::format("{}. ", i + 1);
    out += fmt::format("{}{}{}: {} {}", style.heading, visible(series.query), style.reset,
                       format_count(series.total), series.total == 1 ? "article" : "articles");
    if (series.undated > 0) out += fmt::format(", {} undated", format_count(series.undated));
    out += '\n';
  }
  return out;
}

// The number, a bar, and an asterisk for a burst; padded to its column where another one follows.
std::string cell(const TrendBucket& bucket, std::uint64_t most, std::size_t columns, bool is_last,
                 const program::Style& style) {
  const auto bar = static_cast<std::size_t>(bucket.articles * columns / most);
  const std::string_view mark = bucket.burst ? "*" : "";
  std::string out = fmt::format("  {:>7}", format_count(bucket.articles));
  if (bar == 0 && mark.empty() && is_last) return out;
  out += fmt::format("  {}{}{}{}", bucket.burst ? style.match : "", std::string(bar, '#'), mark,
                     bucket.burst ? style.reset : "");
  if (!is_last) out += std::string(columns + 1 - bar - mark.size(), ' ');
  return out;
}

bool has_burst(const Trend& trend) {
  return std::any_of(trend.series.begin(), trend.series.end(), [](const TrendSeries& series) {
    return std::any_of(series.buckets.begin(), series.buckets.end(),
                       [](const TrendBucket& bucket) { return bucket.burst; });
  });
}

std::string heads(std::size_t series, std::size_t columns) {
  std::string out(kLabelColumns, ' ');
  for (std::size_t i = 0; i < series; ++i) {
    out += fmt::format("  {:>7}", fmt::format("{}.", i + 1));
    if (i + 1 < series) out += std::string(columns + 3, ' ');
  }
  return out + "\n";
}

Json json_of_bucket(const TrendBucket& bucket) {
  return {{"start", bucket.start},
          {"articles", bucket.articles},
          {"all", bucket.all},
          {"share", bucket.share()},
          {"burst", bucket.burst}};
}

}  // namespace

std::string label_of(Span by, const std::string& start) {
  if (by == Span::kYear) return start.substr(0, 4);
  if (by == Span::kMonth) return start.substr(0, 7);
  return start;
}

Rendered text_of(const Trend& trend, const Terminal& terminal) {
  std::string out = totals(trend, terminal.style);
  const std::size_t spans = trend.series.empty() ? 0 : trend.series.front().buckets.size();
  const std::size_t columns = bar_columns(trend, terminal);
  const std::uint64_t most = highest(trend);
  if (spans > 0) out += '\n';
  if (spans > 0 && trend.series.size() > 1) out += heads(trend.series.size(), columns);
  for (std::size_t i = 0; i < spans; ++i) {
    out += fmt::format("{:<10}", label_of(trend.by, trend.series.front().buckets[i].start));
    for (const TrendSeries& series : trend.series) {
      out +=
          cell(series.buckets[i], most, columns, &series == &trend.series.back(), terminal.style);
    }
    out += '\n';
  }
  const std::string_view key = has_burst(trend) ? "* far more than usual\n" : "";
  return {out, std::string(key) + notice_lines(trend.notices)};
}

Json json_of(const Trend& trend) {
  Json out;
  out["by"] = search::name_of(trend.by);
  out["series"] = json_list(trend.series, [](const TrendSeries& series) {
    return Json{{"query", series.query},
                {"total", series.total},
                {"undated", series.undated},
                {"buckets", json_list(series.buckets, json_of_bucket)}};
  });
  out["partial"] = trend.partial;
  out["notices"] = json_of(trend.notices);
  return out;
}

std::string table_of(const Trend& trend) {
  CsvRecord head;
  head.text("start").text("all");
  for (const TrendSeries& series : trend.series) {
    head.text(series.query).text(series.query + " (share)").text(series.query + " (burst)");
  }
  std::string out = head.line();
  const std::size_t spans = trend.series.empty() ? 0 : trend.series.front().buckets.size();
  for (std::size_t i = 0; i < spans; ++i) {
    CsvRecord record;
    const TrendBucket& first = trend.series.front().buckets[i];
    record.text(first.start).number(first.all);
    for (const TrendSeries& series : trend.series) {
      const TrendBucket& bucket = series.buckets[i];
      record.number(bucket.articles).number(bucket.share());
      record.number(std::uint64_t{bucket.burst ? 1U : 0U});
    }
    out += record.line();
  }
  return out;
}

}  // namespace dateline::output
