// Which shard of a cluster an article belongs to: the same on every machine, in every version and whatever
// else is in the cluster, since it follows from the article's id alone.
//
//   fingerprint(id) mod N: the 32 hexadecimal digits of XXH3-128 of the id's bytes (with the seed 0), read as one
//   number, as `xxhsum -H2` prints them
//
// "a1" is of shard 1 of 4, for its fingerprint ends in …d: tests/common/document/shard_number_test.cc has more.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

// More would be more files and processes than a machine's tools like; N is fixed when a cluster is made.
inline constexpr std::uint32_t kMostShards = 512;

// 0 to shards - 1. `shards` is not 0.
std::uint32_t shard_of(std::string_view id, std::uint32_t shards);

}  // namespace dateline
