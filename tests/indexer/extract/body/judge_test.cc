#include "indexer/extract/body/judge.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "indexer/extract/body/candidates.h"
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

TEST(Judge, AddsUpWhatEachFeatureIsWorth) {
  Features features{};
  EXPECT_EQ(worth_of(features), 0.0);
  features[0] = 1;
  features[2] = 0.5;
  EXPECT_DOUBLE_EQ(worth_of(features), kJudgeWeights[0].weight + kJudgeWeights[2].weight / 2);
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
