// What each feature of a body is worth (body/evidence.h). Learned by scripts/train-extraction, which
// writes judge_weights.inc; never edited by hand. Read by body/judge.cc.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

struct JudgeWeight {
  std::string_view feature;
  double weight;
};

inline constexpr auto kJudgeWeights = std::to_array<JudgeWeight>({
#include "indexer/extract/tables/judge_weights.inc"
});

}  // namespace dateline::indexer::page
