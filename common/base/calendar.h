// Days and instants as articles state them: a calendar day, perhaps a time, perhaps the offset of
// the place where it was written.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// A moment as a page states it. With a time there is always an offset (a time without one cannot be
// placed and is dropped by parse); without a time it is a bare date. Years 1 to 9999.
class Timestamp {
 public:
  // A bare date. `day` must be ok().
  explicit Timestamp(std::chrono::year_month_day day) : day_(day) {}
  // `seconds` since local midnight, 0 to 86,399; `offset_minutes` east of UTC, -1439 to 1439.
  Timestamp(std::chrono::year_month_day day, std::int32_t seconds, std::int32_t offset_minutes)
      : day_(day), seconds_(seconds), offset_minutes_(offset_minutes), has_time_(true) {}

  // RFC 3339 and the ISO 8601 forms that pages use beside it: "2020-01-06",
  // "2020-01-06T14:32:10.5+01:00", "2020-01-06 14:32Z", "2020-01-06T14:32:10+0100",
  // "20200106T143210Z". White space around is ignored; fractions are dropped; a leap second becomes
  // :59; 24:00 is the next day's 00:00. A time without an offset is dropped and the bare date kept.
  // nullopt where the text is no date, or one that does not exist (2020-02-30).
  static std::optional<Timestamp> parse(std::string_view text);

  // RFC 3339 with the offset it came with ("2020-01-06T14:32:10+01:00", "Z" for zero), or
  // "2020-01-06".
  std::string to_string() const;

  bool has_time() const { return has_time_; }
  // The calendar day in the timestamp's own offset.
  std::chrono::year_month_day day() const { return day_; }
  std::int32_t offset_minutes() const { return offset_minutes_; }
  std::int32_t seconds_of_day() const { return seconds_; }
  // Seconds since 1970-01-01T00:00Z; a bare date counts from 00:00 UTC.
  std::int64_t instant() const;

  friend bool operator==(const Timestamp&, const Timestamp&) = default;

 private:
  std::chrono::year_month_day day_;
  std::int32_t seconds_ = 0;
  std::int32_t offset_minutes_ = 0;
  bool has_time_ = false;
};

// The day if such a day exists in the Gregorian calendar, years 1 to 9999.
std::optional<std::chrono::year_month_day> make_day(int year, unsigned month, unsigned day);

// "2020-01-06".
std::string format_day(std::chrono::year_month_day day);

}  // namespace dateline
