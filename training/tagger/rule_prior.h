// Belief in the rules, put into a model after it has learnt: annotations that were made by a
// machine contradict the rules more often than careful ones do, and teach a model to trust them too
// little.
#pragma once

#include "indexer/entities/model/tagger_model.h"

namespace dateline::training {

// Steps of a quantised weight.
struct RulePrior {
  int sure = 0;    // for a label that the rules give without doubt
  int unsure = 0;  // for one that they guess
  int none = 0;    // for no name, where they see none
};

indexer::TaggerModel with_prior(const indexer::TaggerModel& model, const RulePrior& prior);

}  // namespace dateline::training
