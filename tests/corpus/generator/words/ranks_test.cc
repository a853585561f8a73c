#include "corpus/generator/words/ranks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace dateline::corpus {
namespace {

constexpr int kDraws = 400'000;

TEST(Ranks, AreDrawnAsOftenAsTheLawSays) {
  const RankSampler sampler;
  std::vector<int> counts(RankSampler::kCore + 1);
  Random random(1, Purpose::kStory, {});
  for (int i = 0; i < kDraws; ++i) {
    const std::uint64_t rank = sampler.draw(random);
    if (rank <= RankSampler::kCore) ++counts[rank];
  }
  for (const std::uint32_t rank : {1U, 2U, 3U, 10U, 50U, 200U, 500U}) {
    const double expected = kDraws * sampler.probability(rank);
    EXPECT_NEAR(counts[rank], expected, 5 * std::sqrt(expected)) << "rank " << rank;
  }
}

// P(rank > 2 r) / P(rank > r) is 2^-0.8 in the tail, wherever r is.
TEST(Ranks, TailFallsByItsExponent) {
  const RankSampler sampler;
  Random random(2, Purpose::kStory, {});
  double over_once = 0;
  double over_twice = 0;
  for (int i = 0; i < kDraws; ++i) {
    const std::uint64_t rank = sampler.draw(random);
    over_once += rank > 10'000 ? 1 : 0;
    over_twice += rank > 20'000 ? 1 : 0;
  }
  EXPECT_NEAR(over_twice / over_once, std::pow(2, -0.8), 0.01);
}

TEST(Ranks, CoreAndTailJoinWithoutAStep) {
  const RankSampler sampler;
  double core = 0;
  for (std::uint32_t rank = 1; rank <= RankSampler::kCore; ++rank) {
    core += sampler.probability(rank);
  }
  // The tail's density at its beginning: its mass times 0.8 / kCore.
  const double density = (1 - core) * 0.8 / RankSampler::kCore;
  EXPECT_NEAR(density / sampler.probability(RankSampler::kCore), 1, 1e-3);
}

TEST(Ranks, StayInTheirBounds) {
  const RankSampler sampler;
  Random random(3, Purpose::kStory, {});
  for (int i = 0; i < kDraws; ++i) {
    const std::uint64_t rank = sampler.draw(random);
    ASSERT_GE(rank, 1U);
    ASSERT_LE(rank, RankSampler::kMaxRank);
  }
}

// SplitMix64 of seed 0 as its authors publish it: the generator is theirs, not one like it.
TEST(RandomNumbers, AreSplitMix64) {
  std::uint64_t state = 0;
  const auto next = [&state] { return mix(state += 0x9e3779b97f4a7c15U); };
  EXPECT_EQ(next(), 0xe220a8397b1dcdafU);
  EXPECT_EQ(next(), 0x6e789e6aa1b965f4U);
  EXPECT_EQ(next(), 0x06c45d188009454fU);
}

TEST(RandomNumbers, StreamsAreToldApartByEveryPartOfTheirName) {
  const auto first = [](std::uint64_t seed, Purpose purpose,
                        std::initializer_list<std::uint64_t> numbers) {
    return Random(seed, purpose, numbers).next();
  };
  const std::uint64_t one = first(1, Purpose::kStory, {1, 2});
  EXPECT_EQ(one, first(1, Purpose::kStory, {1, 2}));
  EXPECT_NE(one, first(2, Purpose::kStory, {1, 2}));
  EXPECT_NE(one, first(1, Purpose::kEdit, {1, 2}));
  EXPECT_NE(one, first(1, Purpose::kStory, {2, 1}));
  EXPECT_NE(one, first(1, Purpose::kStory, {1}));
}

TEST(RandomNumbers, BelowKeepsItsBound) {
  Random random(4, Purpose::kStory, {});
  std::vector<int> counts(7);
  for (int i = 0; i < 70'000; ++i) ++counts.at(random.below(7));
  for (const int count : counts) EXPECT_NEAR(count, 10'000, 500);
}

}  // namespace
}  // namespace dateline::corpus
