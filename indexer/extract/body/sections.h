// Parts of a page's text that a heading announces as something else: "You might also like",
// "Newsletter", "Comments".
#pragma once

#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Of `candidates` (indices into page.blocks, in order), those outside of such parts. A part in an
// element of its own ends with it; one that stands in the text's own element goes on to the end,
// and counts only after the greater part of the prose.
std::vector<std::size_t> drop_foreign_sections(const Page& page,
                                               const std::vector<std::size_t>& candidates);

// The same without lines of credits and dates before the first paragraph.
std::vector<std::size_t> drop_opening_lines(const Page& page,
                                            const std::vector<std::size_t>& candidates);

}  // namespace dateline::indexer::page
