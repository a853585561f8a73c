#include "indexer/extract/body/judge.h"

#include <algorithm>
#include <numeric>

#include "indexer/extract/tables/judge_trees.h"
#include "indexer/extract/tables/judge_weights.h"

namespace dateline::indexer::page {

static_assert(kJudgeWeights.size() == kFeatures, "a weight a feature, in its order");

namespace {

double leaf_of(const JudgeTree& tree, const Features& features, const Features& first) {
  const auto goes_right = [&](const JudgeSplit& split) {
    const double from = split.beside_first ? first[split.feature] : 0;
    return features[split.feature] - from > split.at;
  };
  if (goes_right(tree.splits[0])) return tree.leaves[goes_right(tree.splits[2]) ? 3 : 2];
  return tree.leaves[goes_right(tree.splits[1]) ? 1 : 0];
}

}  // namespace

double worth_of(const Features& features, const Features& first) {
  double worth = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) worth += features[i] * kJudgeWeights[i].weight;
  for (const JudgeTree& tree : kJudgeTrees) worth += leaf_of(tree, features, first);
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
