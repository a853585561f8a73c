// Who wrote the article, and which agencies it is credited to.
#pragma once

#include "indexer/extract/credits/names.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The people who wrote the article and the agencies it is credited to, from JSON-LD, meta elements,
// microdata, rel=author, elements named as bylines, credit lines above or below the text, links to
// authors' pages, names beside the date and signatures, in this order of trust.
Finding<Credits> find_byline(const Page& page, const Place& place);

}  // namespace dateline::indexer::page
