#include "searcher/query/building/day_terms.h"

#include <fmt/format.h>

#include "common/base/calendar.h"
#include "common/base/strings.h"
#include "common/schema/fields.h"

namespace dateline::query {
namespace {

namespace chrono = std::chrono;
using chrono::sys_days;
using chrono::year_month_day;

sys_days end_of_year(year_month_day day) { return day.year() / chrono::December / 31; }
sys_days end_of_month(year_month_day day) {
  return year_month_day(day.year() / day.month() / chrono::last);
}

bool opens_month(year_month_day day) { return day.day() == chrono::day(1); }
bool opens_year(year_month_day day) { return opens_month(day) && day.month() == chrono::January; }

std::string digits_of(year_month_day day) { return replace_all(format_day(day), "-", ""); }

}  // namespace

std::optional<year_month_day> day_of_digits(std::string_view digits) {
  if (digits.size() != 8) return std::nullopt;
  const auto stamp = Timestamp::parse(digits);
  if (!stamp) return std::nullopt;
  return stamp->day();
}

std::vector<std::string> day_terms(year_month_day first, year_month_day last) {
  std::vector<std::string> terms;
  const sys_days end(last);
  for (sys_days at(first); at <= end;) {
    const year_month_day day(at);
    const std::string digits = digits_of(day);
    if (opens_year(day) && end_of_year(day) <= end) {
      terms.push_back(schema::make_term(schema::kYearPrefix, digits.substr(0, 4)));
      at = end_of_year(day) + chrono::days(1);
    } else if (opens_month(day) && end_of_month(day) <= end) {
      terms.push_back(schema::make_term(schema::kMonthPrefix, digits.substr(0, 6)));
      at = end_of_month(day) + chrono::days(1);
    } else {
      terms.push_back(schema::make_term(schema::kDayPrefix, digits));
      at += chrono::days(1);
    }
  }
  return terms;
}

}  // namespace dateline::query
