// Which part of a page's text is the article's, told by where the headline stands.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Pages append other articles below the one that was asked for. Of several <article> elements with
// text within `container`, the one whose heading says what the metadata say; kNoNode where there
// are no several, or none says so.
NodeIndex named_article(const Page& page, NodeIndex container);

// The first heading, of rank three at most, that says what the metadata say; else the first h1;
// kNoNode where there is neither.
NodeIndex title_heading(const Page& page);

// `candidates` without those above the h1 that says what the metadata say, unless that would leave
// little; without the headline itself where they begin with it.
std::vector<std::size_t> drop_above_headline(const Page& page,
                                             const std::vector<std::size_t>& candidates);

}  // namespace dateline::indexer::page
