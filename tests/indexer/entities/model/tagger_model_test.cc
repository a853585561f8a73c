#include "indexer/entities/model/tagger_model.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "indexer/entities/model/shipped_model.h"

namespace dateline::indexer::tagger_model_test {
namespace {

TaggerModel small_model() {
  Transitions transitions{};
  transitions[kOutside][kOtherName] = -300;
  return {transitions,
          {{3, {1, 0, -7}}, {4, {0, 0, 0, 127}}, {0x80000000, {-128}}, {0xFFFFFFFF, {5}}},
          WordHabits({{0, Habit::kEither},
                      {77, Habit::kAlwaysSmall},
                      {WordHabits::kGreatestWord, Habit::kMostlyCapital}})};
}

std::string print(const TaggerModel& model, std::uint32_t feature) {
  LabelScores scores{};
  model.add_to(scores, feature);
  std::string out;
  for (std::size_t label = 0; label < 4; ++label) out += std::to_string(scores[label]) + " ";
  return out;
}

TEST(TaggerModel, SaysNothingOfUnknownFeatures) {
  EXPECT_EQ(print(small_model(), 5), "0 0 0 0 ");
  EXPECT_EQ(print(TaggerModel(), 0), "0 0 0 0 ");
}

TEST(TaggerModel, AddsTheWeightsOfAllFeatures) {
  LabelScores scores{};
  small_model().add_all_to(scores, std::vector<std::uint32_t>{3, 4, 5, 3});
  EXPECT_EQ(scores[0], 2);
  EXPECT_EQ(scores[2], -14);
  EXPECT_EQ(scores[3], 127);
}

TEST(TaggerModel, ComesBackFromItsBytes) {
  const auto read = TaggerModel::from_bytes(small_model().to_bytes());
  ASSERT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(read->size(), 4U);
  EXPECT_EQ(print(*read, 3), "1 0 -7 0 ");
  EXPECT_EQ(print(*read, 4), "0 0 0 127 ");
  EXPECT_EQ(print(*read, 0x80000000), "-128 0 0 0 ");
  EXPECT_EQ(print(*read, 0xFFFFFFFF), "5 0 0 0 ");
  EXPECT_EQ(read->transitions()[kOutside][kOtherName], -300);
  ASSERT_EQ(read->habits().size(), 3U);
  EXPECT_EQ(read->habits().rows()[1].word, 77U);
  EXPECT_EQ(read->habits().rows()[2].habit, Habit::kMostlyCapital);
  EXPECT_EQ(read->to_bytes(), small_model().to_bytes());
}

TEST(TaggerModel, EveryDamagedByteIsNoticed) {
  const std::string bytes = small_model().to_bytes();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(TaggerModel::from_bytes(damaged)) << at;
    EXPECT_FALSE(TaggerModel::from_bytes(bytes.substr(0, at))) << at;
  }
  EXPECT_FALSE(TaggerModel::from_bytes(bytes + "x"));
}

TEST(TaggerModel, AnotherVersionIsToldFromDamage) {
  std::string bytes = small_model().to_bytes();
  bytes[8] = static_cast<char>(TaggerModel::kFormatVersion + 1);
  const auto read = TaggerModel::from_bytes(bytes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kVersion);
}

TEST(TaggerModel, TheShippedModelIsSoundAndSmall) {
  ASSERT_TRUE(shipped_model()) << shipped_model().error().to_string();
  EXPECT_GT(shipped_model()->size(), 10000U);
  EXPECT_LT(shipped_model_bytes().size(), std::size_t{6} << 20U);
  EXPECT_GT(shipped_model()->habits().size(), 1000U);
}

}  // namespace
}  // namespace dateline::indexer::tagger_model_test
