// Time zones by name, from ICU's copy of the IANA's database: what the process's environment says of
// its own zone has no part in it.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace dateline::query {

// How far east of UTC the zone's clocks are at `when`; none where there is no zone of this name.
std::optional<std::chrono::minutes> offset_of_zone(std::string_view name,
                                                   std::chrono::sys_seconds when);

}  // namespace dateline::query
