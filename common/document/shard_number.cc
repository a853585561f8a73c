#include "common/document/shard_number.h"

#include <string>

#include "common/base/fingerprint.h"

namespace dateline {
namespace {

std::uint32_t value_of(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

}  // namespace

std::uint32_t shard_of(std::string_view id, std::uint32_t shards) {
  // Digit by digit, as one divides on paper: no machine has a number of 128 bits everywhere.
  std::uint64_t rest = 0;
  for (const char digit : fingerprint(id)) rest = (rest * 16 + value_of(digit)) % shards;
  return static_cast<std::uint32_t>(rest);
}

}  // namespace dateline
