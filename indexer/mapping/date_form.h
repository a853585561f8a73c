// Dates in the form that a dump writes them in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/calendar.h"

namespace dateline::indexer::mapping {

// How a dump writes its dates.
struct DateForm {
  // As strptime has it: "%d/%m/%Y %H:%M"; or "unix" or "unix-ms", seconds or milliseconds since
  // 1970. Empty: any usual form, where only one day can be meant.
  std::string pattern;
  // What times without an offset are taken for, in minutes east of UTC; none: only the day is kept.
  std::optional<std::int32_t> zone;
};

// What is wrong with a pattern; empty if nothing is. One must give year, month and day, or seconds.
std::string fault_of_pattern(std::string_view pattern);

// "+01:00", "-0330", "Z" and "UTC" in minutes; none for anything else.
std::optional<std::int32_t> zone_from(std::string_view text);

// None where `text` is no date of that form, all of it. The pattern must have no fault.
std::optional<Timestamp> read_date_as(std::string_view text, const DateForm& form);

}  // namespace dateline::indexer::mapping
