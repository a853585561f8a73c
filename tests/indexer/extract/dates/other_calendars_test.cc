#include "indexer/extract/dates/other_calendars.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/calendar.h"

namespace dateline::indexer::page::other_calendars_test {
namespace {

std::string persian(int year, int month, int day) {
  const auto found = from_persian(year, month, day);
  return found ? format_day(*found) : std::string();
}

TEST(OtherCalendars, ThePersianYearBeginsWithSpring) {
  struct Case {
    int year;
    std::string first_day;
  };
  const std::vector<Case> cases{
      {1300, "1921-03-21"}, {1375, "1996-03-20"}, {1376, "1997-03-21"}, {1379, "2000-03-20"},
      {1387, "2008-03-20"}, {1388, "2009-03-21"}, {1399, "2020-03-20"}, {1400, "2021-03-21"},
      {1403, "2024-03-20"}, {1404, "2025-03-21"}, {1405, "2026-03-21"},
  };
  for (const Case& c : cases) EXPECT_EQ(persian(c.year, 1, 1), c.first_day) << c.year;
}

TEST(OtherCalendars, PersianMonthsHaveThirtyOneThenThirtyDays) {
  EXPECT_EQ(persian(1399, 4, 2), "2020-06-22");
  EXPECT_EQ(persian(1399, 6, 31), "2020-09-21");
  EXPECT_EQ(persian(1399, 7, 1), "2020-09-22");
  EXPECT_EQ(persian(1399, 12, 30), "2021-03-20");  // a leap year
  EXPECT_EQ(persian(1398, 12, 30), "");
  EXPECT_EQ(persian(1399, 7, 31), "");
  EXPECT_EQ(persian(1399, 0, 1), "");
  EXPECT_EQ(persian(1399, 13, 1), "");
}

TEST(OtherCalendars, PersianMonthsAreKnownInArabicLettersToo) {
  EXPECT_EQ(persian_month_named("تیر"), 4);
  EXPECT_EQ(persian_month_named("تير"), 4);
  EXPECT_EQ(persian_month_named("اسفند"), 12);
  EXPECT_EQ(persian_month_named("July"), 0);
}

TEST(OtherCalendars, BuddhistYearsAreFiveHundredAndFortyThreeAhead) {
  EXPECT_EQ(without_buddhist_era(2563), 2020);
  EXPECT_EQ(without_buddhist_era(2020), 2020);
}

}  // namespace
}  // namespace dateline::indexer::page::other_calendars_test
