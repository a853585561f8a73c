// A term's positions in one document, as Glass packs them: the last, then the first and the number
// of them, then the rest between their neighbours by interpolative coding (Moffat and Stuiver,
// 2000), bits least significant first.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace dateline::glass {

// Appends the encoding of `positions`, which ascend strictly and are not empty, to `out`.
void put_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace dateline::glass
