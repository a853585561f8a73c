// Offsets of places' clocks, from ICU's copy of the time zone database.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::indexer::page {

// Minutes east of UTC that the clocks of `zone` ("Europe/Berlin", "US/Eastern") stood at, at
// `instant` (seconds since 1970). nullopt where there is no such zone.
std::optional<int> zone_offset(std::string_view zone, std::int64_t instant);

// The same for the moment when those clocks showed `wall`, as seconds since 1970-01-01T00:00 there.
std::optional<int> zone_offset_at_wall(std::string_view zone, std::int64_t wall);

}  // namespace dateline::indexer::page
