// NITF 3.x, the News Industry Text Format: an article as an XML document, or as the body of an item
// of NewsML-G2.
#pragma once

#include "indexer/agency/xml.h"
#include "indexer/input/format.h"

namespace dateline::indexer::agency {

// A document whose root is <nitf>.
bool is_nitf(const Head& head);

// Called by a row of the table of formats (format.h). docs/agency-formats.md says what is read.
ExtractResult read_nitf(const RawDocument& document, const ExtractOptions& options);

// Of an <nitf> element, what the article does not have yet: an item's own values stand before those
// of its body.
void read_nitf_element(const Element& nitf, Extraction& into);

}  // namespace dateline::indexer::agency
