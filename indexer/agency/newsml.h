// NewsML-G2: a newsItem of class text is an article. Other items are told and not taken.
#pragma once

#include "indexer/input/format.h"

namespace dateline::indexer::agency {

// A document whose root is an item of NewsML-G2: what it is an item of is for read_news_item().
bool is_news_item(const Head& head);

// Called by a row of the table of formats (format.h). docs/agency-formats.md says what is read.
// Pictures, packages, concepts, plans and catalogues are rejected as kNotText.
ExtractResult read_news_item(const RawDocument& document, const ExtractOptions& options);

}  // namespace dateline::indexer::agency
