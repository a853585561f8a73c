#include "indexer/extract/body/judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "indexer/extract/body/candidates.h"
#include "indexer/extract/tables/judge_trees.h"
#include "indexer/extract/tables/judge_weights.h"
#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::judge_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

TEST(Judge, HasItsWeightsInTheOrderOfTheFeatures) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    EXPECT_EQ(kJudgeWeights[i].feature, kFeatureNames[i]);
    EXPECT_TRUE(std::isfinite(kJudgeWeights[i].weight)) << kFeatureNames[i];
  }
}

double trees_alone(const Features& features, const Features& first) {
  double worth = worth_of(features, first);
  for (std::size_t i = 0; i < kFeatures; ++i) worth -= features[i] * kJudgeWeights[i].weight;
  return worth;
}

// What a tree adds where its questions are answered so.
double leaf(const JudgeTree& tree, bool right_at_root, bool right_below) {
  return tree.leaves[(right_at_root ? 2U : 0U) + (right_below ? 1U : 0U)];
}

bool goes_right(const JudgeSplit& split, const Features& features, const Features& first) {
  const auto name = std::find(kFeatureNames.begin(), kFeatureNames.end(), split.feature);
  const auto at = static_cast<std::size_t>(name - kFeatureNames.begin());
  return features[at] - (split.beside_first ? first[at] : 0) > split.at;
}

TEST(Judge, AddsUpWhatEachFeatureAndEachTreeIsWorth) {
  const std::vector<Features> bodies = {Features{}, [] {
                                          Features some;
                                          some.fill(0.5);
                                          return some;
                                        }()};
  for (const Features& features : bodies) {
    for (const Features& first : bodies) {
      double expected = 0;
      for (std::size_t i = 0; i < kFeatures; ++i) {
        expected += features[i] * kJudgeWeights[i].weight;
      }
      for (const JudgeTree& tree : kJudgeTrees) {
        const bool right = goes_right(tree.splits[0], features, first);
        expected += leaf(tree, right, goes_right(tree.splits[right ? 2 : 1], features, first));
      }
      EXPECT_NEAR(worth_of(features, first), expected, 1e-9);
    }
  }
}

TEST(Judge, MendsItsWeightsByLittle) {
  // Trees are held back (training/extraction/trees.py): no one of them decides.
  constexpr double kMost = 0.2;
  for (const JudgeTree& tree : kJudgeTrees) {
    for (const double amount : tree.leaves) EXPECT_LE(std::abs(amount), kMost);
    for (const JudgeSplit& split : tree.splits) EXPECT_TRUE(std::isfinite(split.at));
  }
  Features features;
  features.fill(0.5);
  EXPECT_LE(std::abs(trees_alone(features, features)), kMost * double(kJudgeTrees.size()));
}

TEST(Judge, AsksHowACandidateDiffersFromTheFirst) {
  const bool asks = std::any_of(kJudgeTrees.begin(), kJudgeTrees.end(), [](const JudgeTree& tree) {
    return std::any_of(tree.splits.begin(), tree.splits.end(),
                       [](const JudgeSplit& split) { return split.beside_first; });
  });
  ASSERT_TRUE(asks);
  Features low{};
  Features high;
  high.fill(1);
  EXPECT_NE(trees_alone(high, low), trees_alone(high, high));
}

TEST(Evidence, IsFiniteForEveryCandidate) {
  for (const std::string html : {"<p>One</p>", "<h1>Alone</h1><ul><li>One<li>Two</ul>"}) {
    const Page page = page_of(html + paragraphs(1, 2));
    const Evidence evidence(page);
    for (const Body& body : find_candidates(page)) {
      for (const double value : evidence.of(body, false)) EXPECT_TRUE(std::isfinite(value)) << html;
    }
    EXPECT_EQ(evidence.of(Body{}, true), Features{}) << "of nothing";
  }
}

TEST(Evidence, CountsWordsOfTheHeadlineAndWhatIsLinked) {
  const Page page = page_of(
      "<h1>Bridge closes</h1><p>The bridge closes, the board has said, "
      "<a href=/x>and opens again</a> in the summer of the next year.</p>");
  Body body;
  body.blocks = {1};
  const Features features = Evidence(page).of(body, false);
  const auto value = [&](std::string_view name) {
    for (std::size_t i = 0; i < kFeatures; ++i) {
      if (kFeatureNames[i] == name) return features[i];
    }
    return -1.0;
  };
  EXPECT_EQ(value("title_words"), 1.0);
  EXPECT_GT(value("links"), 0.0);
  EXPECT_EQ(value("below_headline"), 1.0);
  EXPECT_EQ(value("share"), 1.0);
}

}  // namespace
}  // namespace dateline::indexer::page::judge_test
