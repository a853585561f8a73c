// How much more may come out of compressed bytes than any text gives: beyond it, it is a bomb.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/input/rejection.h"

namespace dateline::indexer {

// Pages pack to a fifth or a twentieth, an archive of one page in many versions to a two-hundredth.
// Zeros pack to a thousandth by gzip and to far less by others.
inline constexpr std::uint64_t kMostExpansion = 300;
// Until so much has come out, nothing is said: no machine is brought down by it.
inline constexpr std::uint64_t kFreeExpansion = std::uint64_t{256} << 20;

inline bool is_bomb(std::uint64_t packed_bytes, std::uint64_t unpacked_bytes) {
  return unpacked_bytes > kFreeExpansion && unpacked_bytes / kMostExpansion > packed_bytes;
}

inline Refusal bomb_refusal() {
  return {
      reject::kTooCostly,
      "it unpacks to more than 300 times its size, which no text does; unpack it yourself if it "
      "is one"};
}

}  // namespace dateline::indexer
