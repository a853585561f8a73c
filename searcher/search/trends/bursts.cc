#include "searcher/search/trends/bursts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::search {
namespace {

// Kleinberg's s and gamma, as in his paper's examples.
constexpr double kTimesUsual = 2;
constexpr double kCostOfEntering = 1;
// Twice the usual rate is at most this: something that half of all articles have cannot double.
constexpr double kHighestRate = 0.9999;

double relevant_of(const BurstBatch& batch) { return static_cast<double>(batch.relevant); }
double all_of(const BurstBatch& batch) {
  return static_cast<double>(std::max(batch.relevant, batch.all));
}

// How unlikely a batch is at a rate; what both states have in common is left out.
double cost(const BurstBatch& batch, double rate) {
  const double relevant = relevant_of(batch);
  return -(relevant * std::log(rate) + (all_of(batch) - relevant) * std::log1p(-rate));
}

}  // namespace

std::vector<bool> bursts_of(const std::vector<BurstBatch>& batches) {
  std::vector<bool> bursty(batches.size(), false);
  double relevant = 0;
  double all = 0;
  for (const BurstBatch& batch : batches) {
    relevant += relevant_of(batch);
    all += all_of(batch);
  }
  const double usual = all > 0 ? relevant / all : 0;
  const double raised = std::min(usual * kTimesUsual, kHighestRate);
  if (usual <= 0 || raised <= usual) return bursty;
  const double entering = kCostOfEntering * std::log(static_cast<double>(batches.size()));

  // The cheapest ways that end in either state, and from which state each came.
  double calm = 0;
  double hot = entering;
  std::vector<std::array<bool, 2>> from_hot(batches.size());
  for (std::size_t i = 0; i < batches.size(); ++i) {
    from_hot[i] = {hot < calm, i == 0 ? false : hot <= calm + entering};
    const double to_calm = std::min(calm, hot);
    const double to_hot = i == 0 ? hot : std::min(hot, calm + entering);
    calm = to_calm + cost(batches[i], usual);
    hot = to_hot + cost(batches[i], raised);
  }
  bool in_hot = hot < calm;
  for (std::size_t i = batches.size(); i-- > 0;) {
    bursty[i] = in_hot;
    in_hot = from_hot[i][in_hot ? 1 : 0];
  }
  return bursty;
}

}  // namespace dateline::search
