#include "searcher/search/feedback/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace dateline::search {
namespace {

TEST(Normalise, KeepsTheWeightiestWordsAndMakesTheLengthOne) {
  WordWeights words{{1, 1}, {4, 3}, {7, 4}, {9, 1}};
  normalise(words, 2);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].first, 4U);
  EXPECT_DOUBLE_EQ(words[0].second, 0.6);
  EXPECT_DOUBLE_EQ(words[1].second, 0.8);
}

TEST(Normalise, OfEqualWeightsTheLowerNumbersStay) {
  WordWeights words{{2, 1}, {3, 1}, {5, 1}, {8, 1}};
  normalise(words, 2);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].first, 2U);
  EXPECT_EQ(words[1].first, 3U);
}

TEST(Normalise, NoWordsStayNoWords) {
  WordWeights none;
  normalise(none, 5);
  EXPECT_TRUE(none.empty());
}

TEST(Likeness, IsOneForTheSameWordsAndNothingForOthers) {
  const WordWeights one{{1, 0.6}, {2, 0.8}};
  EXPECT_DOUBLE_EQ(likeness(one, one), 1);
  EXPECT_DOUBLE_EQ(likeness(one, {{3, 1}}), 0);
  EXPECT_DOUBLE_EQ(likeness(one, {}), 0);
  EXPECT_DOUBLE_EQ(likeness(one, {{0, 0.8}, {2, 0.6}}), 0.48);
}

TEST(Likenesses, AreTheSameBothWaysAndNoneIsLikeItself) {
  const std::vector<WordWeights> articles{{{1, 0.6}, {2, 0.8}}, {{2, 1}}, {{3, 1}}};
  EXPECT_EQ(likenesses_of(articles), (Likenesses{{0, 0.8, 0}, {0.8, 0, 0}, {0, 0, 0}}));
  EXPECT_EQ(likenesses_of({}), Likenesses());
}

RankingParameters spoken_for_by(std::size_t speakers) {
  RankingParameters parameters;
  parameters.speakers = speakers;
  return parameters;
}

TEST(Agreement, IsWhatOthersSayAndNoArticleSpeaksForItself) {
  const std::vector<WordWeights> articles{{{1, 1}}, {{2, 1}}, {{2, 1}}};
  const auto said = agreement(likenesses_of(articles), {9, 5, 5}, spoken_for_by(3));
  EXPECT_EQ(said, (std::vector<double>{0, 1, 1}));
}

TEST(Agreement, WhatHasABetterScoreSaysMore) {
  const std::vector<WordWeights> articles{{{1, 1}}, {{2, 1}}, {{1, 1}}, {{2, 1}}};
  const auto said = agreement(likenesses_of(articles), {9, 6, 1, 1}, spoken_for_by(3));
  EXPECT_DOUBLE_EQ(said[2], 1) << "the best article speaks for it";
  EXPECT_NEAR(said[3], std::pow(6.0 / 9, RankingParameters().voice_of_score), 1e-12);
}

TEST(Agreement, NothingToSayIsNoExtra) {
  EXPECT_TRUE(agreement(likenesses_of({}), {}).empty());
  EXPECT_EQ(agreement(likenesses_of({{{1, 1}}}), {3}), std::vector<double>{0});
  EXPECT_EQ(agreement(likenesses_of({{{1, 1}}, {{1, 1}}}), {0, 0}), (std::vector<double>{0, 0}));
  EXPECT_EQ(agreement(likenesses_of({{}, {}}), {2, 1}), (std::vector<double>{0, 0}));
}

// As the header says it, without a thought for time.
std::vector<double> slowly(const std::vector<WordWeights>& articles,
                           const std::vector<double>& scores, const RankingParameters& parameters) {
  const double best = *std::max_element(scores.begin(), scores.end());
  std::vector<double> out;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::map<std::uint32_t, double> own(articles[i].begin(), articles[i].end());
    std::vector<double> voices;
    for (std::size_t j = 0; j < articles.size(); ++j) {
      double alike = 0;
      for (const auto& [word, weight] : articles[j]) {
        if (own.contains(word)) alike += weight * own.at(word);
      }
      if (j != i)
        voices.push_back(std::pow(alike, parameters.voice_of_like) *
                         std::pow(scores[j] / best, parameters.voice_of_score));
    }
    std::sort(voices.rbegin(), voices.rend());
    double sum = 0;
    for (std::size_t n = 0; n < std::min(voices.size(), parameters.speakers); ++n) sum += voices[n];
    out.push_back(sum);
  }
  const double most = *std::max_element(out.begin(), out.end());
  for (double& one : out) one = most > 0 ? one / most : 0;
  return out;
}

TEST(Agreement, IsWhatASlowReckoningGives) {
  std::mt19937_64 random(14);
  for (int round = 0; round < 50; ++round) {
    std::vector<WordWeights> articles(2 + random() % 20);
    std::vector<double> scores;
    for (WordWeights& words : articles) {
      for (std::uint32_t word = 0; word < 30; ++word) {
        if (random() % 3 == 0) words.emplace_back(word, 1.0 + static_cast<double>(random() % 9));
      }
      normalise(words, 12);
      scores.push_back(1.0 + static_cast<double>(random() % 20));
    }
    const RankingParameters parameters = spoken_for_by(1 + random() % 6);
    const auto said = agreement(likenesses_of(articles), scores, parameters);
    const auto expected = slowly(articles, scores, parameters);
    ASSERT_EQ(said.size(), expected.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
      EXPECT_NEAR(said[i], expected[i], 1e-9) << round;
      EXPECT_LE(said[i], 1) << round;
    }
  }
}

}  // namespace
}  // namespace dateline::search
