// The tagger that works by rules alone.
#pragma once

#include "indexer/entities/tagger.h"

namespace dateline::indexer {

// Rules alone: runs of capitals judged by titles and roles before them, by tables of ours and
// by iso-codes. For the languages that write names with capitals; English is what its tables know
// best.
const Tagger& rule_tagger();

}  // namespace dateline::indexer
