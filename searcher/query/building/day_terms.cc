#include "searcher/query/building/day_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

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

constexpr auto kDaySlot = static_cast<Xapian::valueno>(schema::Slot::kDay);

// "20200106", as the slot of days has it; nothing for other text.
std::optional<year_month_day> day_of_digits(std::string_view digits) {
  if (digits.size() != 8) return std::nullopt;
  const auto stamp = Timestamp::parse(digits);
  if (!stamp) return std::nullopt;
  return stamp->day();
}

std::string year_term(chrono::year year) {
  return schema::make_term(schema::kYearPrefix, digits_of(year / 1 / 1).substr(0, 4));
}

// The terms of years from `first` to `last` that articles have; none where they are more than
// kMostYears.
std::optional<std::vector<std::string>> years_in(IndexTerms& index, chrono::year first,
                                                 chrono::year last) {
  auto terms =
      index.terms_between(schema::kYearPrefix, year_term(first), year_term(last), kMostYears);
  if (terms.size() > kMostYears) return std::nullopt;
  return terms;
}

// Terms of a range of more than two years, as above.
std::optional<std::vector<std::string>> terms_of_years(IndexTerms& index, year_month_day first,
                                                       year_month_day last) {
  auto terms = years_in(index, first.year() + chrono::years(1), last.year() - chrono::years(1));
  if (!terms) return std::nullopt;
  for (auto& ends :
       {day_terms(first, end_of_year(first)), day_terms(last.year() / chrono::January / 1, last)}) {
    terms->insert(terms->end(), ends.begin(), ends.end());
  }
  return terms;
}

}  // namespace

Xapian::Query days_in(IndexTerms& index, const DayRange& range, const Misreads& misreads) {
  const auto [least, greatest] = index.values_in(kDaySlot);
  const auto earliest = day_of_digits(least);
  const auto latest = day_of_digits(greatest);
  if (!earliest || !latest) return Xapian::Query();
  const year_month_day first = std::max(range.first.value_or(*earliest), *earliest);
  const year_month_day last = std::min(range.last.value_or(*latest), *latest);
  constexpr chrono::years kFew{32};
  const bool few = last.year() - first.year() <= kFew;
  const auto terms =
      few ? std::optional(day_terms(first, last)) : terms_of_years(index, first, last);
  if (!terms) return {Xapian::Query::OP_VALUE_RANGE, kDaySlot, digits_of(first), digits_of(last)};
  std::vector<Xapian::Query> parts;
  parts.reserve(terms->size());
  for (const std::string& term : *terms) parts.push_back(unweighted_term(term, misreads));
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
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
