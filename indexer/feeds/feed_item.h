// An item of a feed as an article, where the feed has the whole of it.
#pragma once

#include "indexer/input/format.h"

namespace dateline::indexer::feeds {

// What open_feed() makes of an item of XML.
bool is_feed_item(const Head& head);

// Reads what open_feed() makes of one item. An item that has a summary alone is rejected as
// kSummary, by its headline and address; with keep_all its summary is the standfirst of an article
// without a body. docs/feeds.md says what is read.
ExtractResult read_feed_item(const RawDocument& document, const ExtractOptions& options);

}  // namespace dateline::indexer::feeds
