#pragma once

#include "indexer/extract/names.h"
#include "indexer/extract/page.h"

namespace dateline::indexer::page {

// The people who wrote the article and the agencies it is credited to, from JSON-LD, meta elements,
// microdata, rel=author, elements named as bylines, links to authors' pages and credit lines above
// or below the text, in this order of trust. The text goes from node `body_begin` to before
// `body_end`.
Finding<Credits> find_byline(const Page& page, NodeIndex body_begin, NodeIndex body_end);

}  // namespace dateline::indexer::page
