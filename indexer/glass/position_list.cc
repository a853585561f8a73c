#include "indexer/glass/position_list.h"

#include <bit>

#include "indexer/glass/primitives.h"

namespace dateline::glass {
namespace {

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // `value` in [0, bound). Where bound is no power of two, the middle of the range gets the shorter
  // codes.
  void put(std::uint32_t value, std::uint32_t bound) {
    const int bits = 32 - std::countl_zero(bound - 1);
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - bound);
    if (spare == 0) return put_bits(value, bits);
    const std::uint32_t middle = (bound - spare) / 2;
    if (value < middle) return put_bits(value, bits);
    if (value < middle + spare) return put_bits(value, bits - 1);
    put_bits((value - (middle + spare)) | (std::uint32_t{1} << (bits - 1)), bits);
  }

  void flush() {
    for (; filled_ > 0; filled_ -= 8) {
      out_ += static_cast<char>(bits_);
      bits_ >>= 8;
    }
    filled_ = 0;
  }

 private:
  void put_bits(std::uint32_t value, int count) {
    bits_ |= std::uint64_t{value} << filled_;
    filled_ += count;
    for (; filled_ >= 8; filled_ -= 8) {
      out_ += static_cast<char>(bits_);
      bits_ >>= 8;
    }
  }

  std::string& out_;
  std::uint64_t bits_ = 0;
  int filled_ = 0;
};

// The positions strictly between index j and index k, both known already.
void put_between(BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t j,
                 std::size_t k) {
  while (j + 1 < k) {
    const std::size_t middle = j + (k - j) / 2;
    const auto room = static_cast<std::uint32_t>(k - j);
    const std::uint32_t bound = positions[k] - positions[j] - room + 1;
    const std::uint32_t lowest = positions[j] + static_cast<std::uint32_t>(middle - j);
    bits.put(positions[middle] - lowest, bound);
    put_between(bits, positions, j, middle);
    j = middle;
  }
}

}  // namespace

void put_positions(std::string& out, std::span<const std::uint32_t> positions) {
  put_uint(out, positions.back());
  if (positions.size() == 1) return;
  BitWriter bits(out);
  const auto count = static_cast<std::uint32_t>(positions.size());
  bits.put(positions.front(), positions.back());
  bits.put(count - 2, positions.back() - positions.front());
  put_between(bits, positions, 0, positions.size() - 1);
  bits.flush();
}

}  // namespace dateline::glass
