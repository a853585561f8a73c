// The tagger that learnt from annotated text: a linear-chain conditional random field, decoded with
// integer weights. docs/tagger.md tells what it knows and how it is trained.
#pragma once

#include <memory>

#include "indexer/entities/model/tagger_model.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer {

// `model` must outlive the tagger. For training and tests; articles are tagged by default_tagger().
std::unique_ptr<Tagger> make_trained_tagger(const TaggerModel& model);

}  // namespace dateline::indexer
