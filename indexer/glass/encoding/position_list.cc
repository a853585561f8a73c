#include "indexer/glass/encoding/position_list.h"

#include <bit>
#include <cstring>

#include "common/base/word_bytes.h"
#include "indexer/glass/encoding/primitives.h"

namespace dateline::glass {
namespace {

class BitWriter {
 public:
  // Writes to memory that has room for it, and for kWordBytes more.
  explicit BitWriter(char* at) : at_(at) {}

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

  // The end of what was written.
  char* flush() {
    std::memcpy(at_, &bits_, sizeof bits_);
    return at_ + (filled_ + 7) / 8;
  }

 private:
  // Less than a byte is kept back, so 32 bits more always fit.
  void put_bits(std::uint32_t value, int count) {
    bits_ |= std::uint64_t{value} << filled_;
    filled_ += count;
    std::memcpy(at_, &bits_, sizeof bits_);
    at_ += filled_ / 8;
    bits_ >>= filled_ / 8 * 8;
    filled_ %= 8;
  }

  char* at_;
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
  // Coding a position takes at most 32 bits, and so does each of two numbers before them.
  const std::size_t before = out.size();
  out.resize(before + (positions.size() + 2) * sizeof(std::uint32_t) + kWordBytes);
  BitWriter bits(out.data() + before);
  const auto count = static_cast<std::uint32_t>(positions.size());
  bits.put(positions.front(), positions.back());
  bits.put(count - 2, positions.back() - positions.front());
  put_between(bits, positions, 0, positions.size() - 1);
  out.resize(static_cast<std::size_t>(bits.flush() - out.data()));
}

}  // namespace dateline::glass
