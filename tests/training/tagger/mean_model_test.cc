#include "training/tagger/mean_model.h"

#include <gtest/gtest.h>

namespace dateline::training {
namespace {

using indexer::TaggerModel;
using indexer::Transitions;

TEST(MeanModel, TakesTheMeanOfWeightsAndOfWhatAModelLacksAsNothing) {
  Transitions high{};
  high[0][1] = 10;
  const TaggerModel a(high, {{1, {6, -4}}, {2, {8}}});
  const TaggerModel b(Transitions{}, {{1, {2, -4}}, {3, {1}}});
  const TaggerModel mean = mean_of({a, b}, 1);
  ASSERT_EQ(mean.size(), 3U);
  EXPECT_EQ(mean.rows()[0].weights[0], 4);
  EXPECT_EQ(mean.rows()[0].weights[1], -4);
  EXPECT_EQ(mean.rows()[1].weights[0], 4);
  EXPECT_EQ(mean.transitions()[0][1], 5);
}

TEST(MeanModel, LeavesOutFeaturesThatTellLittle) {
  const TaggerModel a(Transitions{}, {{1, {6}}, {2, {0, -2}}, {3, {1}}});
  const TaggerModel mean = mean_of({a}, 2);
  ASSERT_EQ(mean.size(), 2U);
  EXPECT_EQ(mean.rows()[1].feature, 2U);
}

}  // namespace
}  // namespace dateline::training
