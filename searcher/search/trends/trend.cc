#include "searcher/search/trends/trend.h"

#include <array>
#include <utility>

namespace dateline::search {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::pair<Span, std::string_view>, 4> kNames{
    {{Span::kDay, "day"}, {Span::kWeek, "week"}, {Span::kMonth, "month"}, {Span::kYear, "year"}}};

}  // namespace

std::string_view name_of(Span by) {
  for (const auto& [span, name] : kNames) {
    if (span == by) return name;
  }
  return {};
}

std::optional<Span> span_from(std::string_view name) {
  for (const auto& [span, known] : kNames) {
    if (known == name) return span;
  }
  return std::nullopt;
}

chrono::sys_days start_of(Span by, chrono::sys_days day) {
  const chrono::year_month_day date(day);
  switch (by) {
    case Span::kWeek:
      return day - (chrono::weekday(day) - chrono::Monday);
    case Span::kMonth:
      return date.year() / date.month() / 1;
    case Span::kYear:
      return date.year() / chrono::January / 1;
    case Span::kDay:
      break;
  }
  return day;
}

chrono::sys_days next_start(Span by, chrono::sys_days start) {
  const chrono::year_month_day date(start);
  switch (by) {
    case Span::kWeek:
      return start + chrono::days(7);
    case Span::kMonth:
      return date + chrono::months(1);
    case Span::kYear:
      return date + chrono::years(1);
    case Span::kDay:
      break;
  }
  return start + chrono::days(1);
}

}  // namespace dateline::search
