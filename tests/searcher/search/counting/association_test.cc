#include "searcher/search/counting/association.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>

namespace dateline::search {
namespace {

TEST(LogLikelihood, IsNothingForWhatChanceWouldGive) {
  EXPECT_EQ(log_likelihood(10, 100, 1000, 10'000), 0);
  EXPECT_EQ(log_likelihood(1, 100, 1000, 10'000), 0);
  EXPECT_EQ(log_likelihood(0, 0, 0, 0), 0);
}

TEST(LogLikelihood, PutsTheCloseBeforeTheFrequent) {
  // 60 of 100 articles with something in 80 of 10,000, and 80 with something in 5,000.
  EXPECT_GT(log_likelihood(60, 100, 80, 10'000), log_likelihood(80, 100, 5000, 10'000));
  // And what is met often before what is met once and nowhere else.
  EXPECT_GT(log_likelihood(60, 100, 80, 10'000), log_likelihood(1, 100, 1, 10'000));
}

TEST(LogLikelihood, IsDunningsRatio) {
  // Worked out by hand for a table of 110, 2442, 111 and 29114 pairs of words.
  EXPECT_NEAR(log_likelihood(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29'114), 270.72, 0.01);
}

TEST(LogLikelihood, IsTheSameBothWaysAndNeverNegative) {
  std::mt19937 random(71);
  for (int round = 0; round < 5000; ++round) {
    const std::uint64_t all = random() % 2000;
    const std::uint64_t a = all == 0 ? 0 : random() % (all + 1);
    const std::uint64_t b = all == 0 ? 0 : random() % (all + 1);
    const std::uint64_t both = std::min(a, b) == 0 ? 0 : random() % (std::min(a, b) + 1);
    const double value = log_likelihood(both, a, b, all);
    EXPECT_GE(value, 0);
    EXPECT_TRUE(std::isfinite(value));
    EXPECT_NEAR(value, log_likelihood(both, b, a, all), 1e-6);
  }
}

TEST(LogLikelihood, GrowsWithWhatTheyShare) {
  double last = 0;
  for (std::uint64_t both = 11; both <= 100; ++both) {
    const double value = log_likelihood(both, 100, 1000, 10'000);
    EXPECT_GT(value, last) << both;
    last = value;
  }
}

TEST(LogLikelihood, CountsThatContradictEachOtherAreNoHarm) {
  // Counts come from estimates: more may be shared than there are, or there may be more than all.
  for (const double value : {log_likelihood(200, 100, 100, 1000), log_likelihood(10, 2000, 5, 1000),
                             log_likelihood(1, 0, 0, 1), log_likelihood(1000, 1000, 1000, 1000)}) {
    EXPECT_TRUE(std::isfinite(value));
    EXPECT_GE(value, 0);
  }
}

}  // namespace
}  // namespace dateline::search
