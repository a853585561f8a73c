#include "indexer/extract/body/judge.h"

#include "indexer/extract/tables/judge_weights.h"

namespace dateline::indexer::page {

static_assert(kJudgeWeights.size() == kFeatures, "a weight a feature, in its order");

double worth_of(const Features& features) {
  double worth = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) worth += features[i] * kJudgeWeights[i].weight;
  return worth;
}

std::size_t best_of(const Page& page, const std::vector<Body>& candidates) {
  if (candidates.size() < 2) return 0;
  const Evidence evidence(page);
  std::size_t best = 0;
  double most = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double worth = worth_of(evidence.of(candidates[i], i == 0));
    if (i == 0 || worth > most) {
      best = i;
      most = worth;
    }
  }
  return best;
}

}  // namespace dateline::indexer::page
