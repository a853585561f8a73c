#include "corpus/generator/stories/plants.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::corpus {
namespace {

const PlantedQuery& query(std::string_view text) {
  const auto& all = planted_queries();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const PlantedQuery& one) { return one.query == text; });
  EXPECT_NE(found, all.end()) << text;
  return *found;
}

TEST(PlantedQueries, CountWhatTheyMatch) {
  for (const PlantedQuery& planted : planted_queries()) {
    for (const std::uint64_t first : {0U, 1U, 20U, 999U}) {
      std::uint64_t matches = 0;
      for (std::uint64_t i = first; i < first + 1000; ++i) matches += planted.matches(i) ? 1 : 0;
      EXPECT_EQ(planted.count(first, 1000), matches) << planted.query << " from " << first;
    }
  }
}

TEST(PlantedQueries, AreWellFormed) {
  for (const PlantedQuery& planted : planted_queries()) {
    EXPECT_TRUE(std::is_sorted(planted.remainders.begin(), planted.remainders.end()));
    for (const std::uint64_t remainder : planted.remainders) EXPECT_LT(remainder, planted.period);
  }
}

TEST(PlantedQueries, AgreeWithEachOther) {
  const auto& three = query("m3x");
  const auto& seven = query("m7x");
  for (std::uint64_t i = 0; i < 500; ++i) {
    EXPECT_EQ(query("m3x m7x").matches(i), three.matches(i) && seven.matches(i));
    EXPECT_EQ(query("m3x OR m7x").matches(i), three.matches(i) || seven.matches(i));
    EXPECT_EQ(query("m3x NOT m7x").matches(i), three.matches(i) && !seven.matches(i));
    EXPECT_EQ(query("m7x -m3x").matches(i), seven.matches(i) && !three.matches(i));
    EXPECT_EQ(query("m3x AND m31x").matches(i), i % 3 == 0 && i % 31 == 0);
  }
}

TEST(PlantedQueries, MillionsAreCountedWithoutLooking) {
  EXPECT_EQ(query("m1048573x").count(0, 10'000'000), 10U);
  EXPECT_EQ(query("m3x").count(0, 10'000'000), 3'333'334U);
  EXPECT_EQ(query("m3x").count(1, 2), 0U);
}

TEST(Plants, RemaindersAreUnderTheirModulus) {
  for (const Plant& plant : plants()) EXPECT_LT(plant.remainder, plant.modulus) << plant.text;
}

}  // namespace
}  // namespace dateline::corpus
