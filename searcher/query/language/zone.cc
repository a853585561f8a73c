#include "searcher/query/language/zone.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <memory>

#include "common/base/strings.h"

namespace dateline::query {
namespace {

// "America/Argentina/Buenos_Aires", "Etc/GMT+5".
constexpr std::size_t kLongestName = 64;

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_ascii_alnum(c) || std::string_view("/_+-").find(c) != std::string::npos;
         });
}

}  // namespace

std::optional<std::chrono::minutes> offset_of_zone(std::string_view name,
                                                   std::chrono::sys_seconds when) {
  if (!is_name(name)) return std::nullopt;
  const auto id = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (!zone || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
  std::int32_t standard = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto milliseconds = static_cast<UDate>(when.time_since_epoch().count()) * 1000;
  zone->getOffset(milliseconds, false, standard, summer, status);
  if (U_FAILURE(status)) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::minutes>(
      std::chrono::milliseconds(standard + summer));
}

}  // namespace dateline::query
