#pragma once

#include "indexer/extract/names.h"
#include "indexer/extract/page.h"

namespace dateline::indexer::page {

// The people who wrote the article and the agencies it is credited to, from JSON-LD, meta elements,
// microdata, rel=author, elements named as bylines, links to authors' pages and credit lines above
// the text, in this order of trust. `body_begin` is the first node of the text.
Finding<Credits> find_byline(const Page& page, NodeIndex body_begin);

}  // namespace dateline::indexer::page
