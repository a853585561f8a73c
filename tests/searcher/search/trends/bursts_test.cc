// What counts as a burst.
#include "searcher/search/trends/bursts.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::search {
namespace {

// '*' for a bursty batch, '.' for another.
std::string shape(const std::vector<BurstBatch>& batches) {
  std::string out;
  for (const bool bursty : bursts_of(batches)) out += bursty ? '*' : '.';
  return out;
}

std::vector<BurstBatch> of_a_hundred(const std::vector<std::uint64_t>& relevant) {
  std::vector<BurstBatch> out;
  for (const std::uint64_t count : relevant) out.push_back({count, 100});
  return out;
}

TEST(BurstsTest, FarMoreThanUsualIsABurst) {
  EXPECT_EQ(shape(of_a_hundred({1, 2, 1, 9, 11, 2, 1, 0})), "...**...");
  EXPECT_EQ(shape(of_a_hundred({40, 0, 0, 0, 0, 0, 0, 0})), "*.......");
  EXPECT_EQ(shape(of_a_hundred({0, 0, 0, 0, 0, 0, 0, 40})), ".......*");
}

TEST(BurstsTest, WhatIsSteadyHasNone) {
  EXPECT_EQ(shape(of_a_hundred({5, 5, 5, 5, 5, 5})), "......");
  EXPECT_EQ(shape(of_a_hundred({100, 100, 100})), "...");
  EXPECT_EQ(shape(of_a_hundred({0, 0, 0})), "...");
  EXPECT_EQ(shape({}), "");
}

TEST(BurstsTest, ManyArticlesAboutEverythingAreNoBurst) {
  EXPECT_EQ(shape({{2, 100}, {2, 100}, {20, 1000}, {2, 100}, {2, 100}}), ".....");
}

TEST(BurstsTest, OneArticleOnADayOfOneIsNoBurst) {
  std::vector<BurstBatch> batches = of_a_hundred(std::vector<std::uint64_t>(30, 2));
  batches[10] = {1, 1};
  EXPECT_EQ(shape(batches), std::string(30, '.'));
}

TEST(BurstsTest, CountsThatContradictEachOtherAreRead) {
  EXPECT_EQ(shape({{5, 0}, {0, 0}, {7, 3}}).size(), 3U);
}

}  // namespace
}  // namespace dateline::search
