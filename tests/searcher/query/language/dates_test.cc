// Date expressions → days, on Monday 6 January 2020, and days → terms.
#include "searcher/query/language/dates.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "common/base/calendar.h"
#include "searcher/query/building/day_terms.h"

namespace dateline::query::dates_test {
namespace {

namespace chrono = std::chrono;

std::string days_of(std::string_view text, const Clock& clock) {
  const auto days = parse_dates(text, clock);
  return days ? print(*days) : "error at " + std::to_string(days.error().offset);
}

struct Case {
  std::string_view text;
  std::string_view days;
};

TEST(Dates, ExpressionsStandForDaysBothEndsIncluded) {
  const FixedClock clock{chrono::sys_days{chrono::year(2020) / 1 / 6} + chrono::hours(12)};
  const Case cases[] = {
      {"2020-01-06", "2020-01-06"},
      {"20200106", "2020-01-06"},
      {"2020-1-6", "2020-01-06"},
      {"2020-01", "2020-01-01..2020-01-31"},
      {"2020-02", "2020-02-01..2020-02-29"},
      {"2020", "2020-01-01..2020-12-31"},
      {"2020-Q1", "2020-01-01..2020-03-31"},
      {"2020-q4", "2020-10-01..2020-12-31"},
      {"jan 2020", "2020-01-01..2020-01-31"},
      {"January 2020", "2020-01-01..2020-01-31"},
      {"2020 sept", "2020-09-01..2020-09-30"},
      {"6 jan 2020", "2020-01-06"},
      {"Jan 6, 2020", "2020-01-06"},
      {"6-jan-2020", "2020-01-06"},
      {"jan-2020", "2020-01-01..2020-01-31"},
      {"today", "2020-01-06"},
      {"Yesterday", "2020-01-05"},
      {"1d", "2020-01-06"},
      {"7d", "2019-12-31..2020-01-06"},
      {"2w", "2019-12-24..2020-01-06"},
      {"1m", "2019-12-07..2020-01-06"},
      {"1y", "2019-01-07..2020-01-06"},
      {"9999y", "0001-01-01..2020-01-06"},
      {"2019..2020-03", "2019-01-01..2020-03-31"},
      {"2019...2020", "2019-01-01..2020-12-31"},
      {"..2019", "..2019-12-31"},
      {"2020-06..", "2020-06-01.."},
      {"7d..yesterday", "2019-12-31..2020-01-05"},
      {"jan 2019 .. mar 2019", "2019-01-01..2019-03-31"},
      {"2019-Q2..2019-Q3", "2019-04-01..2019-09-30"},
      {"2020-02-30", "error at 0"},
      {"2019..2020-02-30", "error at 6"},
      {"2020-13", "error at 0"},
      {"2020-00", "error at 0"},
      {"0000", "error at 0"},
      {"2020-Q5", "error at 0"},
      {"2020..2019", "error at 0"},
      {"..", "error at 0"},
      {"", "error at 0"},
      {"06/01/2020", "error at 0"},
      {"20", "error at 0"},
      {"0d", "error at 0"},
      {"d", "error at 0"},
      {"2020-01-06-07", "error at 0"},
      {"2020-", "error at 0"},
      {"-2020", "error at 0"},
      {"jan", "error at 0"},
      {"jan feb 2020", "error at 0"},
      {"32 jan 2020", "error at 0"},
      {"99999", "error at 0"},
      {"2020-01-06T10:00", "error at 0"},
  };
  for (const Case& row : cases) EXPECT_EQ(days_of(row.text, clock), row.days) << row.text;
}

TEST(Dates, TodayIsTheSearchersDay) {
  const chrono::sys_seconds late = chrono::sys_days{chrono::year(2020) / 1 / 6} + chrono::hours(23);
  EXPECT_EQ(days_of("today", FixedClock(late, chrono::hours(2))), "2020-01-07");
  EXPECT_EQ(days_of("today", FixedClock(late, chrono::hours(-2))), "2020-01-06");
}

TEST(Dates, AMonthBackFromItsLastDayStaysWithinTheMonthBefore) {
  const FixedClock clock{chrono::sys_days{chrono::year(2020) / 3 / 31}};
  EXPECT_EQ(days_of("1m", clock), "2020-03-01..2020-03-31");
}

// Days that a term stands for.
std::set<std::string> days_in(const std::string& term) {
  std::set<std::string> days;
  chrono::sys_days at = chrono::year(2018) / 1 / 1;
  for (; at < chrono::sys_days{chrono::year(2023) / 1 / 1}; at += chrono::days(1)) {
    std::string digits = format_day(at);
    digits.erase(7, 1).erase(4, 1);
    if (digits.rfind(term.substr(1), 0) == 0) days.insert(digits);
  }
  return days;
}

TEST(Dates, TermsCoverExactlyTheDaysOfARange) {
  const chrono::sys_days start = chrono::year(2018) / 11 / 27;
  for (int from = 0; from < 500; from += 111) {
    for (int length = 0; length < 900; length += 127) {
      const chrono::sys_days first = start + chrono::days(from);
      const chrono::sys_days last = first + chrono::days(length);
      std::size_t covered = 0;
      std::set<std::string> together;
      for (const std::string& term : day_terms(first, last)) {
        const auto days = days_in(term);
        covered += days.size();
        together.insert(days.begin(), days.end());
      }
      EXPECT_EQ(covered, static_cast<std::size_t>(length + 1));
      EXPECT_EQ(together.size(), covered);
    }
  }
}

TEST(Dates, WholeYearsAndMonthsAreOneTermEach) {
  const auto terms = day_terms(chrono::year(2018) / 12 / 30, chrono::year(2020) / 2 / 1);
  EXPECT_EQ(terms,
            (std::vector<std::string>{"D20181230", "D20181231", "Y2019", "M202001", "D20200201"}));
  EXPECT_TRUE(day_terms(chrono::year(2020) / 1 / 2, chrono::year(2020) / 1 / 1).empty());
}

}  // namespace
}  // namespace dateline::query::dates_test
