// The mean of several models: each is learnt in another order and from other variations of the
// texts, and what only one of them believes is mostly chance.
#pragma once

#include <vector>

#include "indexer/entities/model/tagger_model.h"

namespace dateline::training {

// `models` is not empty; words' habits are those of the first. Features of which no weight of the
// mean is as far from 0 as `least` steps are left out.
indexer::TaggerModel mean_of(const std::vector<indexer::TaggerModel>& models, int least);

}  // namespace dateline::training
