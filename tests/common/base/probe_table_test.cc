#include "common/base/probe_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <random>
#include <string>
#include <unordered_map>

namespace dateline::probe_table_test {
namespace {

struct Slot {
  std::uint64_t key = 0;  // 0: free
  std::uint32_t count = 0;

  bool is_free() const { return key == 0; }
};

// How often each key was counted, through a hash of the test's choice.
class Counts {
 public:
  using Hash = std::uint64_t (*)(std::uint64_t);

  explicit Counts(Hash hash, std::size_t expected = 0) : hash_(hash), table_(expected) {}

  void count(std::uint64_t key) {
    const std::uint64_t hash = hash_(key);
    Slot& slot = table_.find(hash, [key](const Slot& one) { return one.key == key; });
    if (slot.is_free()) {
      table_.take(slot, hash, {key, 1}, [this](const Slot& one) { return hash_(one.key); });
    } else {
      ++slot.count;
    }
  }
  std::uint32_t of(std::uint64_t key) const {
    return table_.find(hash_(key), [key](const Slot& one) { return one.key == key; }).count;
  }
  ProbeTable<Slot>& table() { return table_; }

 private:
  Hash hash_;
  ProbeTable<Slot> table_;
};

std::uint64_t spread_of(std::uint64_t key) { return spread(key); }
std::uint64_t all_one_home(std::uint64_t) { return 7; }
std::uint64_t last_homes(std::uint64_t key) { return ~(key % 3); }

// Hashes that spread, and such that crowd, at the table's end too.
TEST(ProbeTable, CountsAsAnUnorderedMapDoes) {
  for (const Counts::Hash hash : {&spread_of, &all_one_home, &last_homes}) {
    for (const std::uint64_t keys : {1U, 10U, 400U}) {
      std::mt19937_64 random(keys);
      Counts counts(hash);
      std::unordered_map<std::uint64_t, std::uint32_t> oracle;
      for (int i = 0; i < 3000; ++i) {
        const std::uint64_t key = 1 + random() % keys;
        counts.count(key);
        ++oracle[key];
      }
      ASSERT_EQ(counts.table().size(), oracle.size());
      for (std::uint64_t key = 1; key <= keys + 5; ++key) {
        const auto known = oracle.find(key);
        ASSERT_EQ(counts.of(key), known == oracle.end() ? 0 : known->second);
      }
    }
  }
}

TEST(ProbeTable, ItsSlotsAreAllThatWasTaken) {
  Counts counts(spread_of);
  for (std::uint64_t key = 1; key <= 1000; ++key) counts.count(key);
  std::uint64_t sum = 0;
  for (const Slot& slot : counts.table().slots()) sum += slot.key;
  EXPECT_EQ(sum, 500500U);
}

TEST(ProbeTable, WithRoomForAllItNeverGrows) {
  for (const std::size_t expected : {0U, 1U, 10U, 11U, 1000U, 4096U}) {
    Counts counts(spread_of, expected);
    const std::size_t bytes = counts.table().bytes();
    for (std::uint64_t key = 1; key <= expected; ++key) counts.count(key);
    EXPECT_EQ(counts.table().bytes(), bytes) << expected;
  }
}

TEST(ProbeTable, ForgetsAndBeginsAgain) {
  Counts counts(spread_of);
  for (std::uint64_t key = 1; key <= 1000; ++key) counts.count(key);
  const std::size_t grown = counts.table().bytes();
  counts.table().clear();
  EXPECT_EQ(counts.table().size(), 0U);
  EXPECT_EQ(counts.table().bytes(), grown);
  EXPECT_EQ(counts.of(5), 0U);
  counts.count(5);
  EXPECT_EQ(counts.of(5), 1U);
  counts.table().reset();
  EXPECT_EQ(counts.table().size(), 0U);
  EXPECT_LT(counts.table().bytes(), grown);
  EXPECT_EQ(counts.of(5), 0U);
}

// Each bit of the number changes about half of the bits of what comes out, the low ones too.
TEST(Spread, EveryBitCounts) {
  for (int bit = 0; bit < 64; ++bit) {
    int changed = 0;
    int low = 0;
    for (std::uint64_t value = 0; value < 200; ++value) {
      const std::uint64_t change =
          spread(value * 0x123456789ULL) ^ spread((value * 0x123456789ULL) ^ (1ULL << bit));
      changed += std::popcount(change);
      low += std::popcount(change & 0xFFFU);
    }
    EXPECT_NEAR(changed / 200.0, 32, 6) << bit;
    EXPECT_NEAR(low / 200.0, 6, 2) << bit;
  }
}

}  // namespace
}  // namespace dateline::probe_table_test
