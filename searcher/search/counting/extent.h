// What an index that is counted is of what is asked.
#pragma once

#include <cstdint>

namespace dateline::search {

// All of it, so that what is not shown need not be told; or a part, whose counts are merged with those
// of the others before it is known what is shown.
enum class Extent : std::uint8_t { kWhole, kPart };

}  // namespace dateline::search
