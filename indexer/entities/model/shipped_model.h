// The model that is part of the program: model/tagger.model, as scripts/train-tagger wrote it.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "indexer/entities/model/tagger_model.h"

namespace dateline::indexer {

std::string_view shipped_model_bytes();

// Read at the first call, in some milliseconds; thread-safe. Fails only in a program that was built
// with a damaged file.
const Result<TaggerModel>& shipped_model();

}  // namespace dateline::indexer
