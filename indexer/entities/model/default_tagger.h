// Which tagger articles are indexed with: the trained one where a model is part of the program.
#pragma once

#include "indexer/entities/tagger.h"

namespace dateline::indexer {

// The tagger that articles are indexed with.
const Tagger& default_tagger();

}  // namespace dateline::indexer
