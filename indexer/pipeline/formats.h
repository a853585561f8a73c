// The table of formats, joined with that of containers: all that the program reads.
#pragma once

#include "indexer/input/content_kind.h"

namespace dateline::indexer {

const InputTables& input_tables();

}  // namespace dateline::indexer
