// A point in time is read as the span of days that it names; a range is from the first day of one
// point to the last day of another:
//
//   2020-01            2020-01-01..2020-01-31
//   2019..2020-03      2019-01-01..2020-03-31
//   7d (on the 9th)    the 3rd..the 9th, seven days with today
//
// Tested by tests/searcher/query/language/dates_test.cc.
#include "searcher/query/language/dates.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <vector>

#include "common/base/calendar.h"
#include "common/base/strings.h"

namespace dateline::query {
namespace {

namespace chrono = std::chrono;
using chrono::year_month_day;

constexpr std::string_view kExamples =
    "dates are written 2020-01-06, 2020-01, 2020, 2020-Q1, 7d, yesterday, or a range 2019..2020-03";

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

std::optional<int> read_number(std::string_view digits) {
  int value = 0;
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  for (const char c : digits) {
    if (!is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "jan", "sept", "january" → 1, 9, 1; 0 for others.
unsigned read_month(std::string_view word) {
  if (word.size() < 3) return 0;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (starts_with_ignoring_ascii_case(kMonths[i], word)) return i + 1;
  }
  return 0;
}

unsigned last_day_of(int year, unsigned month) {
  return static_cast<unsigned>(
      year_month_day(chrono::year(year) / chrono::month(month) / chrono::last).day());
}

class DateReader {
 public:
  DateReader(const Clock& clock, std::size_t offset)
      : offset_(offset), today_(chrono::floor<chrono::days>(clock.now() + clock.local_offset())) {}

  Parsed<DayRange> range(std::string_view text) const;

 private:
  Parsed<DayRange> point(std::string_view text, std::size_t at) const;
  Parsed<DayRange> numeric(const std::vector<std::string_view>& parts, std::string_view text,
                           std::size_t at) const;
  Parsed<DayRange> worded(std::string_view text, std::size_t at) const;
  Parsed<DayRange> quarter(int year, std::string_view quarter, std::size_t at) const;
  Parsed<DayRange> day(int year, int month, int day, std::size_t at) const;
  Parsed<DayRange> month(int year, int month, std::size_t at) const;
  Parsed<DayRange> year(int year, std::size_t at) const;
  std::optional<DayRange> relative(std::string_view text) const;
  tl::unexpected<QueryError> unknown(std::string_view text, std::size_t at) const {
    return wrong(offset_ + at, fmt::format("“{}” is no date", text), std::string(kExamples));
  }

  std::size_t offset_;
  chrono::sys_days today_;
};

Parsed<DayRange> DateReader::day(int year, int month, int day, std::size_t at) const {
  if (auto good = this->month(year, month, at); !good) return good;
  if (const auto made = make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) {
    return DayRange{*made, *made};
  }
  const auto name = kMonths[static_cast<std::size_t>(month - 1)];
  return wrong(offset_ + at,
               fmt::format("there is no {:04}-{:02}-{:02} in the calendar", year, month, day),
               fmt::format("{}{} {} has {} days", static_cast<char>(name[0] - 32), name.substr(1),
                           year, last_day_of(year, static_cast<unsigned>(month))));
}

Parsed<DayRange> DateReader::month(int year, int month, std::size_t at) const {
  if (auto good = this->year(year, at); !good) return good;
  if (month < 1 || month > 12) {
    return wrong(offset_ + at, fmt::format("there is no month {}", month),
                 "months go from 01 to 12, after the year: 2020-01-06");
  }
  const auto m = static_cast<unsigned>(month);
  return DayRange{make_day(year, m, 1), make_day(year, m, last_day_of(year, m))};
}

Parsed<DayRange> DateReader::year(int year, std::size_t at) const {
  if (year >= 1) return DayRange{make_day(year, 1, 1), make_day(year, 12, 31)};
  return wrong(offset_ + at, "there is no year 0", std::string(kExamples));
}

Parsed<DayRange> DateReader::quarter(int year, std::string_view quarter, std::size_t at) const {
  if (quarter.size() != 2 || quarter[1] < '1' || quarter[1] > '4') {
    return wrong(offset_ + at, "there are four quarters", "Q1, Q2, Q3 or Q4: 2020-Q1");
  }
  const int first = (quarter[1] - '1') * 3 + 1;
  auto begin = month(year, first, at);
  const auto end = month(year, first + 2, at);
  if (!begin) return begin;
  return DayRange{begin->first, end->last};
}

// "7d": today and the six days before it.
std::optional<DayRange> DateReader::relative(std::string_view text) const {
  if (text.size() < 2) return std::nullopt;
  const auto count = read_number(text.substr(0, text.size() - 1));
  if (!count || *count < 1) return std::nullopt;
  const year_month_day today(today_);
  chrono::sys_days first = today_;
  switch (ascii_lower(text.back())) {
    case 'd':
      first = today_ - chrono::days(*count - 1);
      break;
    case 'w':
      first = today_ - chrono::days(7 * *count - 1);
      break;
    case 'm':
    case 'y': {
      const bool months = ascii_lower(text.back()) == 'm';
      const auto begin = today.year() / today.month() -
                         (months ? chrono::months(*count) : chrono::months(12 * *count));
      const auto last = year_month_day(begin / chrono::last).day();
      first = chrono::sys_days(begin / std::min(today.day(), last)) + chrono::days(1);
      break;
    }
    default:
      return std::nullopt;
  }
  // Before the calendar of dates there is nothing: such a range begins with it.
  if (year_month_day(first).year() < chrono::year(1)) first = chrono::sys_days(*make_day(1, 1, 1));
  return DayRange{year_month_day(first), today};
}

// 2020, 2020-1-6, 2020-Q1, 20200106.
Parsed<DayRange> DateReader::numeric(const std::vector<std::string_view>& parts,
                                     std::string_view text, std::size_t at) const {
  if (parts.size() == 1 && text.size() == 8) {
    const auto whole = read_number(text.substr(0, 4));
    const auto rest = read_number(text.substr(4));
    if (whole && rest) return day(*whole, *rest / 100, *rest % 100, at);
  }
  const auto year = read_number(parts[0]);
  if (!year || parts[0].size() != 4 || parts.size() > 3) return unknown(text, at);
  if (parts.size() == 1) return this->year(*year, at);
  if (parts.size() == 2 && ascii_lower(parts[1].empty() ? ' ' : parts[1][0]) == 'q') {
    return quarter(*year, parts[1], at);
  }
  const auto month = read_number(parts[1]);
  if (!month || parts[1].size() > 2) return unknown(text, at);
  if (parts.size() == 2) return this->month(*year, *month, at);
  const auto day = read_number(parts[2]);
  if (!day || parts[2].size() > 2) return unknown(text, at);
  return this->day(*year, *month, *day, at);
}

// "jan 2020", "6 january 2020", "Jan 6, 2020", "2020 Q1", "jan-2020".
Parsed<DayRange> DateReader::worded(std::string_view text, std::size_t at) const {
  std::optional<int> year;
  std::optional<int> day;
  unsigned month = 0;
  const std::string spaced = replace_all(replace_all(std::string(text), "-", " "), ",", " ");
  for (std::string_view word : split(spaced, ' ')) {
    if (word.empty()) continue;
    const auto number = read_number(word);
    if (number && word.size() == 4 && !year) {
      year = number;
    } else if (number && word.size() <= 2 && !day) {
      day = number;
    } else if (!number && month == 0 && read_month(word) > 0) {
      month = read_month(word);
    } else if (year && ascii_lower(word[0]) == 'q' && word.size() == 2 && month == 0 && !day) {
      return quarter(*year, word, at);
    } else {
      return unknown(text, at);
    }
  }
  if (month == 0) return unknown(text, at);
  if (!year) {
    return wrong(offset_ + at, fmt::format("“{}” names no year", text),
                 fmt::format("write date:\"{} 2020\"", trim(text)));
  }
  return day ? this->day(*year, static_cast<int>(month), *day, at)
             : this->month(*year, static_cast<int>(month), at);
}

Parsed<DayRange> DateReader::point(std::string_view text, std::size_t at) const {
  const year_month_day today(today_);
  const year_month_day yesterday(today_ - chrono::days(1));
  if (equals_ignoring_ascii_case(text, "today")) return DayRange{today, today};
  if (equals_ignoring_ascii_case(text, "yesterday")) return DayRange{yesterday, yesterday};
  if (const auto range = relative(text)) return *range;
  if (text.find_first_of(", ") == std::string_view::npos && is_ascii_digit(text[0])) {
    const auto parts = split(text, '-');
    if (read_number(parts[0]) || text.size() == 8) {
      if (parts.size() < 2 || read_month(parts[1]) == 0) return numeric(parts, text, at);
    }
  }
  return worded(text, at);
}

Parsed<DayRange> DateReader::range(std::string_view text) const {
  const std::size_t dots = text.find("..");
  if (trim(text).empty()) return unknown(text, 0);
  if (dots == std::string_view::npos) return point(trim(text), 0);
  std::size_t second = dots + 2;
  if (second < text.size() && text[second] == '.') ++second;  // a typed ellipsis
  const std::string_view from = trim(text.substr(0, dots));
  const std::string_view to = trim(text.substr(second));
  if (from.empty() && to.empty()) return wrong(offset_, "a range needs an end", "..2019 or 2019..");
  DayRange out;
  if (!from.empty()) {
    auto begin = point(from, 0);
    if (!begin) return begin;
    out.first = begin->first;
  }
  if (!to.empty()) {
    auto end = point(to, second);
    if (!end) return end;
    out.last = end->last;
  }
  if (out.first && out.last && *out.first > *out.last) {
    return wrong(offset_, "this range ends before it begins", fmt::format("{}..{}", to, from));
  }
  return out;
}

}  // namespace

Parsed<DayRange> parse_dates(std::string_view text, const Clock& clock, std::size_t offset) {
  return DateReader(clock, offset).range(text);
}

std::string print(const DayRange& range) {
  if (range.first == range.last) return format_day(*range.first);
  return fmt::format("{}..{}", range.first ? format_day(*range.first) : "",
                     range.last ? format_day(*range.last) : "");
}

}  // namespace dateline::query
