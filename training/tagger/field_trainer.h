// Learns the weights of a linear-chain conditional random field: stochastic gradient ascent on the
// likelihood of the true labels, with AdaGrad's step for each weight.
#pragma once

#include <cstdint>

#include "indexer/entities/model/tagger_model.h"

#include "training/tagger/examples.h"

namespace dateline::training {

struct TrainingOptions {
  int epochs = 12;
  float rate = 0.15F;
  float decay = 1e-6F;        // of each weight towards 0, at each step that touches it
  float drop_lexical = 0.2F;  // share of lexical features that a step does without, so that what
                              // surrounds a word is learnt too
  float drop_other = 0.05F;
  std::uint32_t fewest = 3;  // features seen more seldom are left out
  float smallest = 0.04F;    // weights nearer to 0 are left out
  std::uint64_t seed = 1;
};

// The model, quantised. The same examples, options and seed give the same bytes.
indexer::TaggerModel train(const Examples& examples, const TrainingOptions& options);

}  // namespace dateline::training
