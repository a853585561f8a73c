// The headline, and where the page shows it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The headline as a reader sees it: a heading that agrees with what the metadata say, else the
// heading above the text (which begins at `body_begin`), else what most of the metadata say.
Finding<std::string> find_headline(const Page& page, NodeIndex body_begin);

// The block that shows `headline`; the first h1; failing that, one close above the text.
std::size_t headline_block(const Page& page, std::string_view headline, NodeIndex body_begin);

}  // namespace dateline::indexer::page
