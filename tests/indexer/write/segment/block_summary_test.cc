#include "indexer/write/segment/block_summary.h"

#include <gtest/gtest.h>

#include <random>
#include <utility>
#include <vector>

namespace dateline::indexer::block_summary_test {
namespace {

using Postings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // frequency, length

std::vector<store::BoundPair> pairs_of(const Postings& postings) {
  BlockSummary summary;
  for (const auto& [frequency, length] : postings) summary.add(frequency, length);
  std::vector<store::BoundPair> pairs;
  for (const store::BoundPair& pair : summary.pairs()) {
    if (pair.frequency > 0) pairs.push_back(pair);
  }
  return pairs;
}

bool covers(const std::vector<store::BoundPair>& pairs, std::uint32_t frequency,
            std::uint32_t length) {
  for (const store::BoundPair& pair : pairs) {
    const bool any = pair.frequency == store::kAnyFrequency;
    if ((any || pair.frequency >= frequency) && pair.length <= length) return true;
  }
  return false;
}

TEST(BlockSummary, KeepsWhatNoOtherPostingBeats) {
  const std::vector<store::BoundPair> expected{{3, 400}, {1, 90}};
  EXPECT_EQ(pairs_of({{3, 400}, {1, 90}, {2, 800}, {1, 300}}), expected);
}

TEST(BlockSummary, NothingHasNoPair) { EXPECT_TRUE(pairs_of({}).empty()); }

TEST(BlockSummary, WhatIsNeverCountedIsToldAsOnce) {
  EXPECT_EQ(pairs_of({{0, 50}}), (std::vector<store::BoundPair>{{1, 50}}));
}

TEST(BlockSummary, OfManyThoseThatDifferLeastBecomeOne) {
  const auto pairs = pairs_of({{20, 1000}, {10, 500}, {9, 480}, {3, 100}, {1, 20}});
  const std::vector<store::BoundPair> expected{{20, 1000}, {10, 480}, {3, 100}, {1, 20}};
  EXPECT_EQ(pairs, expected);
}

TEST(BlockSummary, NumbersBeyondAPairsOnlyLoosenTheBound) {
  const auto pairs = pairs_of({{100'000, 3'000'000}});
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].frequency, store::kAnyFrequency);
  EXPECT_EQ(pairs[0].length, store::kMostOfPair);
}

TEST(BlockSummary, EveryFrequencyIsCoveredClosely) {
  for (std::uint32_t frequency = 1; frequency < 70'000; ++frequency) {
    const auto pairs = pairs_of({{frequency, 7}});
    ASSERT_TRUE(covers(pairs, frequency, 7)) << frequency;
    if (frequency < 60'000) {
      ASSERT_LE(pairs[0].frequency, frequency + frequency / 16) << frequency;
    }
  }
}

TEST(BlockSummary, EveryPostingIsCovered) {
  std::mt19937 random(1);
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  for (int round = 0; round < 2000; ++round) {
    Postings postings(1 + below(128));
    BlockSummary first;
    BlockSummary both;
    for (auto& [frequency, length] : postings) {
      frequency = 1 + below(1U << below(17));
      length = below(1U << below(18));
      (below(2) == 0 ? first : both).add(frequency, length);
    }
    const auto pairs = pairs_of(postings);
    both.add(first);
    const auto joined = both.pairs();
    for (const auto& [frequency, length] : postings) {
      ASSERT_TRUE(covers(pairs, frequency, length));
      ASSERT_TRUE(covers({joined.begin(), joined.end()}, frequency, length));
    }
  }
}

}  // namespace
}  // namespace dateline::indexer::block_summary_test
