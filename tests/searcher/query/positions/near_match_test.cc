// The rule of NEAR and ADJ against trying every choice of spans.
#include "searcher/query/positions/near_match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace dateline::query::near_match_test {
namespace {

using Operands = std::vector<std::vector<WordSpan>>;

bool fits(std::vector<WordSpan> chosen, std::uint32_t distance, bool ordered) {
  if (!ordered) {
    std::sort(chosen.begin(), chosen.end(),
              [](const WordSpan& a, const WordSpan& b) { return a.first < b.first; });
  }
  std::uint32_t foreign = 0;
  for (std::size_t i = 1; i < chosen.size(); ++i) {
    if (chosen[i].first <= chosen[i - 1].last) return false;
    foreign += chosen[i].first - chosen[i - 1].last - 1;
  }
  return foreign <= distance - 1;
}

bool try_all(const Operands& operands, std::vector<WordSpan>& chosen, std::uint32_t distance,
             bool ordered) {
  if (chosen.size() == operands.size()) return fits(chosen, distance, ordered);
  for (const WordSpan& span : operands[chosen.size()]) {
    chosen.push_back(span);
    const bool found = try_all(operands, chosen, distance, ordered);
    chosen.pop_back();
    if (found) return true;
  }
  return false;
}

Operands random_operands(std::mt19937& random) {
  const auto pick = [&](std::uint32_t least, std::uint32_t most) {
    return std::uniform_int_distribution<std::uint32_t>(least, most)(random);
  };
  Operands operands(pick(2, 4));
  for (auto& spans : operands) {
    for (std::uint32_t i = pick(0, 4); i > 0; --i) {
      const std::uint32_t first = pick(1, 24);
      spans.push_back({first, first + pick(0, 2)});
    }
    std::sort(spans.begin(), spans.end(),
              [](const WordSpan& a, const WordSpan& b) { return a.first < b.first; });
  }
  return operands;
}

TEST(NearMatch, AgreesWithTryingEveryChoiceOfSpans) {
  std::mt19937 random(7);
  int matches = 0;
  for (int round = 0; round < 20'000; ++round) {
    const Operands operands = random_operands(random);
    const std::uint32_t distance = 1 + static_cast<std::uint32_t>(round % 6);
    for (const bool ordered : {false, true}) {
      std::vector<WordSpan> chosen;
      const bool expected = try_all(operands, chosen, distance, ordered);
      matches += expected ? 1 : 0;
      ASSERT_EQ(stand_near(operands, distance, ordered), expected) << "round " << round;
    }
  }
  EXPECT_GT(matches, 2'000);
}

TEST(NearMatch, TwoWordsAreNearIfTheirPositionsDifferByAtMostN) {
  const Operands apart{{{1, 1}}, {{4, 4}}};
  EXPECT_FALSE(stand_near(apart, 2, false));
  EXPECT_TRUE(stand_near(apart, 3, false));
  EXPECT_TRUE(stand_near({{{4, 4}}, {{1, 1}}}, 3, false));
  EXPECT_FALSE(stand_near({{{4, 4}}, {{1, 1}}}, 3, true));
}

TEST(NearMatch, OneWordIsNotNearItself) {
  EXPECT_FALSE(stand_near({{{5, 5}}, {{5, 5}}}, 10, false));
  EXPECT_TRUE(stand_near({{{5, 5}, {7, 7}}, {{5, 5}, {7, 7}}}, 2, false));
}

TEST(NearMatch, ManyOperandsInOrderAreLinear) {
  Operands operands(500);
  for (std::uint32_t i = 0; i < 500; ++i) {
    for (std::uint32_t at = 1; at < 200; ++at) operands[i].push_back({i + at, i + at});
  }
  EXPECT_TRUE(stand_near(operands, 1, true));
}

}  // namespace
}  // namespace dateline::query::near_match_test
