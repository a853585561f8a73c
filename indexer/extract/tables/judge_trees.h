// What features of a body (body/evidence.h) are worth together, beyond what each is worth alone
// (judge_weights.h).
// Learned by scripts/train-extraction, which writes judge_trees.inc; never edited by hand. Read by
// body/judge.cc.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer::page {

struct JudgeSplit {
  std::string_view feature;
  bool beside_first;  // what is asked is how it differs from that of the page's first candidate
  double at;          // the largest value that goes left
};

// A root and what its left and its right lead to; the leaves from left to right.
struct JudgeTree {
  std::array<JudgeSplit, 3> splits;
  std::array<double, 4> leaves;
};

consteval JudgeSplit own(std::string_view feature, double at) { return {feature, false, at}; }

consteval JudgeSplit beside(std::string_view feature, double at) { return {feature, true, at}; }

inline constexpr auto kJudgeTrees = std::to_array<JudgeTree>({
#include "indexer/extract/tables/judge_trees.inc"
});

}  // namespace dateline::indexer::page
