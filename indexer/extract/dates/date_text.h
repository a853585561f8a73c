// Dates as people and programs write them, in the languages and the calendars of the press.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/base/calendar.h"

namespace dateline::indexer::page {

// Which of 3/4/2020 is the month.
enum class DayOrder { kDayFirst, kMonthFirst };

// The date in `text`, which may hold words before and after it:
//   "2020-01-06T14:32:10+01:00"          "Mon, 06 Jan 2020 14:32:10 GMT"
//   "Jan. 6, 2020, 2:04 p.m. EST"        "3 janvier 2020"
//   "Stand: 06.01.2020 14:32 Uhr"        "2020年1月6日"          "1578321130" (seconds or ms)
//   "2 تیر ۱۳۹۹" (Persian)               "17 สิงหาคม 2563" (Buddhist era)
// The time is kept where the text gives an offset or a zone ("EST", "MEZ"; "ET" by the day).
// nullopt where there is no date with day, month and year, or none that exists.
std::optional<Timestamp> read_date(std::string_view text, DayOrder order);

struct PlacedDate {
  std::size_t begin;  // bytes of the text
  std::size_t end;
  Timestamp stamp;
};

// The dates in `plain`, a short text that with_plain_digits() has read, in order, sixteen at most.
std::vector<PlacedDate> dates_in(std::string_view plain, DayOrder order);

// A day and a time of day as a clock on the wall shows them; no offset is known.
struct WallTime {
  std::chrono::year_month_day day;
  std::optional<std::int32_t> seconds;  // since midnight; nullopt: the text gives no time
};

// As read_date(), but what the text says of offsets and zones is left aside.
std::optional<WallTime> read_wall_time(std::string_view text, DayOrder order);

// The date that a URL's path holds: /2020/01/06/, /2020-01-06-, /20200106; nullopt where it holds
// no day.
std::optional<Timestamp> date_in_url(std::string_view url);

}  // namespace dateline::indexer::page
