// Figures as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

// "12.5 MB": decimal units, as disks and networks count.
std::string format_bytes(std::uint64_t bytes);

// 1234567 → "1,234,567".
std::string format_count(std::uint64_t count);

}  // namespace dateline
