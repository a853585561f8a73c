// Which paragraphs belong together. A site sets its articles' paragraphs in elements of one kind:
// the paragraphs that share an element form a flow, and flows whose elements are named alike are
// parts of one text (a body cut by advertisements, the posts of a live blog). What stands after the
// last of them in elements of other kinds is something else: a biography, teasers, a consent text.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The element whose children the paragraphs of a flow are: the nearest ancestor of `block` that is
// not itself a paragraph, heading, list, quotation or table.
NodeIndex flow_of(const Tree& tree, const Blocks& blocks, const Block& block);

// The flow with the most prose among `candidates`; kNoNode if they hold none.
NodeIndex main_flow(const Page& page, const std::vector<std::size_t>& candidates);

// How little prose may stand apart from the main flow and still be of the text.
enum class FlowRule : std::uint8_t {
  kStrict,   // a quarter of the main flow's
  kLenient,  // some sentences: reviews and lists have each of their parts in a box of its own
};

// Of `candidates` (indices into page.blocks, in order), those that are of the main text.
std::vector<std::size_t> keep_main_flow(const Page& page,
                                        const std::vector<std::size_t>& candidates,
                                        FlowRule rule = FlowRule::kStrict);

}  // namespace dateline::indexer::page
