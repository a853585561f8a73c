#include "indexer/extract/dates/time_zone.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <memory>
#include <string>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

// "America/New_York": ICU takes other forms too ("GMT+5"), which pages use for what they are not.
bool names_a_place(std::string_view zone) {
  constexpr std::size_t kLongest = 40;
  return zone.size() <= kLongest && zone.find('/') != std::string_view::npos &&
         std::all_of(zone.begin(), zone.end(), [](char c) {
           return is_ascii_alnum(c) || c == '/' || c == '_' || c == '-' || c == '+';
         });
}

std::optional<int> offset(std::string_view name, std::int64_t seconds, bool wall) {
  if (!names_a_place(name)) return std::nullopt;
  const std::string text(name);
  const std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(text)));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<double>(seconds) * 1000.0, wall ? 1 : 0, raw, saving, status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  constexpr int kMillisecondsPerMinute = 60'000;
  return (raw + saving) / kMillisecondsPerMinute;
}

}  // namespace

std::optional<int> zone_offset(std::string_view zone, std::int64_t instant) {
  return offset(zone, instant, false);
}

std::optional<int> zone_offset_at_wall(std::string_view zone, std::int64_t wall) {
  return offset(zone, wall, true);
}

}  // namespace dateline::indexer::page
