// What no body may be, whatever the judge says of it: where one is, the next best is taken.
#pragma once

#include <string_view>

#include "indexer/extract/body/body.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The rule that `body` breaks, in words; empty: none.
//
//   "no text"         it has no block, while the page has prose that is not furniture
//   "little text"     it has less than a hundredth of that prose
std::string_view broken_rule(const Page& page, const Body& body);

// Where no candidate has any text: all prose that is not furniture, if there is more of it than the
// foot of a page with nothing but a headline has; else no blocks.
Body last_resort(const Page& page);

}  // namespace dateline::indexer::page
