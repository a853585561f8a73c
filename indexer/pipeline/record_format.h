// The article record as an input: what the record's own JSON says, checked. An object that is an item
// of ninjs is read as that; with a map, every object is read by the map.
#pragma once

#include "indexer/input/format.h"

namespace dateline::indexer {

// Called by a row of the table of formats (format.h).
ExtractResult read_record(const RawDocument& document, const ExtractOptions& options);

// The same for what was told as an item of ninjs.
ExtractResult read_record_of_ninjs(const RawDocument& document, const ExtractOptions& options);

}  // namespace dateline::indexer
