// The best labels of a run, given what its words' features say: Viterbi's algorithm.
#pragma once

#include <vector>

#include "indexer/entities/model/labels.h"

namespace dateline::indexer {

// `scores` has a row for each word; the answer has as many labels, which keep may_begin(),
// may_follow() and may_end(). Linear in the words.
std::vector<Label> decode_run(const std::vector<LabelScores>& scores,
                              const Transitions& transitions);

}  // namespace dateline::indexer
