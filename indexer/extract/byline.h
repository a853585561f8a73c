#pragma once

#include "indexer/extract/names.h"
#include "indexer/extract/page.h"

namespace dateline::indexer::page {

// The people who wrote the article and the agencies it is credited to, from JSON-LD, meta elements,
// microdata, rel=author and elements named as bylines, in this order of trust.
Finding<Credits> find_byline(const Page& page);

}  // namespace dateline::indexer::page
