// Items of JSON Feed 1.0 and 1.1.
#pragma once

#include "indexer/input/format.h"

namespace dateline::indexer::feeds {

// read_feed_item() of {"feed": {…}, "item": {…}}.
ExtractResult read_json_feed_item(const RawDocument& document, const ExtractOptions& options);

}  // namespace dateline::indexer::feeds
