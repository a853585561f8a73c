// Leap years of the Persian calendar follow the equinox. For the years that newspapers print,
// arithmetic with cycles of 33 years, eight of them leap, gives the same days: 1 Farvardin 1399 is
// 20 March 2020. A day's number is that of its year's first day, and then 31 days for each of six
// months and 30 for each after them. Tested against new year's days from 1921 to 2026 in
// other_calendars_test.cc.
#include "indexer/extract/dates/other_calendars.h"

#include <string>

#include "indexer/extract/tables/date_words.h"

namespace dateline::indexer::page {
namespace {

// Leap years have these remainders by 33.
bool is_persian_leap(int year) {
  switch (year % 33) {
    case 1:
    case 5:
    case 9:
    case 13:
    case 17:
    case 22:
    case 26:
    case 30:
      return true;
    default:
      return false;
  }
}

// Days from 1 Farvardin 1200 to 1 Farvardin `year`.
int persian_days_before(int year) {
  int days = 0;
  for (int y = 1200; y < year; ++y) days += is_persian_leap(y) ? 366 : 365;
  return days;
}

int persian_month_length(int year, int month) {
  if (month <= 6) return 31;
  return month <= 11 || is_persian_leap(year) ? 30 : 29;
}

// Arabic keyboards write two letters of Persian words with characters of their own.
std::string with_persian_letters(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    if (word.substr(at, 2) == "\xD9\x8A") {
      out += "\xDB\x8C";
      at += 2;
    } else if (word.substr(at, 2) == "\xD9\x83") {
      out += "\xDA\xA9";
      at += 2;
    } else {
      out += word[at++];
    }
  }
  return out;
}

}  // namespace

std::optional<std::chrono::year_month_day> from_persian(int year, int month, int day) {
  if (year < 1200 || year > 1500 || month < 1 || month > 12 || day < 1 ||
      day > persian_month_length(year, month)) {
    return std::nullopt;
  }
  using std::chrono::sys_days;
  constexpr sys_days kFirst =
      std::chrono::year{1821} / std::chrono::March / 21;  // 1 Farvardin 1200
  const int months = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return std::chrono::year_month_day(
      kFirst + std::chrono::days(persian_days_before(year) + months + day - 1));
}

int persian_month_named(std::string_view word) {
  if (word.size() > 24) return 0;
  const std::string plain = with_persian_letters(word);
  for (std::size_t i = 0; i < kPersianMonths.size(); ++i) {
    if (plain == kPersianMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool may_be_persian_year(int year) { return year >= 1300 && year <= 1450; }

int without_buddhist_era(int year) { return year >= 2443 && year < 2743 ? year - 543 : year; }

}  // namespace dateline::indexer::page
