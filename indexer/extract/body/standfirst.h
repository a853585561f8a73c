// The summary between headline and text.
#pragma once

#include <string>

#include "indexer/extract/body/body.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The visible summary between headline and body: an element named as one, or a block that the
// page's own description repeats. Blocks that it takes are removed from `body`. A summary that the
// body's lead repeats is none.
Finding<std::string> take_standfirst(const Page& page, const std::string& headline, Body& body);

}  // namespace dateline::indexer::page
