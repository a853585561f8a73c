#include "indexer/entities/model/run_decoder.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>

namespace dateline::indexer::run_decoder_test {
namespace {

constexpr std::int64_t kForbidden = std::numeric_limits<std::int64_t>::min();

bool keeps_the_rules(const std::vector<Label>& labels) {
  if (labels.empty()) return true;
  for (std::size_t i = 1; i < labels.size(); ++i) {
    if (!may_follow(labels[i - 1], labels[i])) return false;
  }
  return may_begin(labels.front()) && may_end(labels.back());
}

std::int64_t total(const std::vector<LabelScores>& scores, const Transitions& transitions,
                   const std::vector<Label>& labels) {
  if (!keeps_the_rules(labels)) return kForbidden;
  std::int64_t out = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    out += scores[i][labels[i]];
    if (i > 0) out += transitions[labels[i - 1]][labels[i]];
  }
  return out;
}

// Tries all sequences.
std::int64_t best_total(const std::vector<LabelScores>& scores, const Transitions& transitions,
                        std::vector<Label>& labels) {
  if (labels.size() == scores.size()) return total(scores, transitions, labels);
  std::int64_t best = kForbidden;
  for (std::size_t label = 0; label < kLabels; ++label) {
    labels.push_back(static_cast<Label>(label));
    best = std::max(best, best_total(scores, transitions, labels));
    labels.pop_back();
  }
  return best;
}

void fill(LabelScores& scores, std::mt19937& random) {
  for (std::size_t label = 0; label < kLabels; ++label) {
    scores[label] = static_cast<std::int16_t>(static_cast<int>(random() % 200) - 100);
  }
}

TEST(RunDecoder, NoSequenceIsBetterThanItsAnswer) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Transitions transitions{};
    for (LabelScores& row : transitions) fill(row, random);
    std::vector<LabelScores> scores(1 + static_cast<std::size_t>(round) % 4);
    for (LabelScores& row : scores) fill(row, random);
    std::vector<Label> tried;
    EXPECT_EQ(total(scores, transitions, decode_run(scores, transitions)),
              best_total(scores, transitions, tried));
  }
}

TEST(RunDecoder, NamesBeginGoOnAndEndAsTheyMust) {
  std::mt19937 random(11);
  Transitions transitions{};
  std::vector<LabelScores> scores(5000);
  for (LabelScores& row : scores) {
    for (std::int16_t& score : row) score = static_cast<std::int16_t>(random());
  }
  const std::vector<Label> labels = decode_run(scores, transitions);
  EXPECT_EQ(labels.size(), scores.size());
  EXPECT_TRUE(keeps_the_rules(labels));
  EXPECT_TRUE(decode_run({}, transitions).empty());
}

}  // namespace
}  // namespace dateline::indexer::run_decoder_test
