#include "common/document/shard_number.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace dateline {
namespace {

// The fingerprints are those of xxhsum -H2, which knows nothing of us: other programs have to be able to tell the shard.
TEST(ShardNumber, IsTheFingerprintModuloTheNumberOfShards) {
  EXPECT_EQ(shard_of("a1", 4), 0U);  // a4ccefc60d0b91fbb8fd8403c5ec973c
  EXPECT_EQ(shard_of("a1", 7), 1U);
  EXPECT_EQ(shard_of("a1", 512), 316U);
  EXPECT_EQ(shard_of("", 4), 3U);  // 99aa06d3014798d86001c324468d497f
  EXPECT_EQ(shard_of("", 7), 5U);
  EXPECT_EQ(shard_of("", 512), 383U);
  EXPECT_EQ(shard_of("https://news.example/a", 1), 0U);
}

TEST(ShardNumber, ShardsAreOfLikeSize) {
  std::array<int, 8> sizes{};
  for (int i = 0; i < 8000; ++i) ++sizes[shard_of("article " + std::to_string(i), 8)];
  for (const int size : sizes) EXPECT_NEAR(size, 1000, 150);
}

}  // namespace
}  // namespace dateline
