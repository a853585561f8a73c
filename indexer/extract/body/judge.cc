#include "indexer/extract/body/judge.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "indexer/extract/tables/judge_trees.h"
#include "indexer/extract/tables/judge_weights.h"

namespace dateline::indexer::page {

static_assert(kJudgeWeights.size() == kFeatures, "a weight a feature, in its order");

namespace {

struct Question {
  std::size_t feature;
  bool beside_first;
  double at;
};

struct GrownTree {
  std::array<Question, 3> questions;
  std::array<double, 4> leaves;
};

consteval std::size_t place_of(std::string_view feature) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    if (kFeatureNames[i] == feature) return i;
  }
  throw "a tree asks for a feature that does not exist";
}

consteval Question question(const JudgeSplit& split) {
  return {place_of(split.feature), split.beside_first, split.at};
}

consteval auto read_trees() {
  std::array<GrownTree, kJudgeTrees.size()> trees{};
  for (std::size_t t = 0; t < trees.size(); ++t) {
    for (std::size_t q = 0; q < 3; ++q) {
      trees[t].questions[q] = question(kJudgeTrees[t].splits[q]);
    }
    trees[t].leaves = kJudgeTrees[t].leaves;
  }
  return trees;
}

constexpr auto kTrees = read_trees();

double leaf_of(const GrownTree& tree, const Features& features, const Features& first) {
  const auto goes_right = [&](const Question& asked) {
    const double from = asked.beside_first ? first[asked.feature] : 0;
    return features[asked.feature] - from > asked.at;
  };
  if (goes_right(tree.questions[0])) return tree.leaves[goes_right(tree.questions[2]) ? 3 : 2];
  return tree.leaves[goes_right(tree.questions[1]) ? 1 : 0];
}

}  // namespace

double worth_of(const Features& features, const Features& first) {
  double worth = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) worth += features[i] * kJudgeWeights[i].weight;
  for (const GrownTree& tree : kTrees) worth += leaf_of(tree, features, first);
  return worth;
}

std::vector<std::size_t> by_worth(const Page& page, const std::vector<Body>& candidates) {
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (candidates.size() < 2) return order;
  const Evidence evidence(page);
  const Features first = evidence.of(candidates.front(), true);
  std::vector<double> worth{worth_of(first, first)};
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    worth.push_back(worth_of(evidence.of(candidates[i], false), first));
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
  return order;
}

}  // namespace dateline::indexer::page
