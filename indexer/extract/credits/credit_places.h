// Where on a page credits stand, and what stands there line by line.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Longer texts in an element named "author" are biographies.
inline constexpr std::size_t kLongestByline = 300;

// A run of nodes.
struct Region {
  NodeIndex begin;
  NodeIndex end;

  bool holds(NodeIndex i) const { return i >= begin && i < end; }
};

// From two dozen blocks above the text to its second paragraph.
Region region_above(const Page& page, const Place& place);
// The same without what stands above the headline.
Region region_below_headline(const Page& page, const Place& place, Region above);
// The first blocks after the text.
Region region_below(const Page& page, const Place& place);
// The text's last block and the first after it.
Region last_lines(const Page& page, const Place& place);

// Names in lists of other articles, comments and the like are others'. Between headline and text
// (`above`) templates call "footer" what is the headline's, and "nav" what leads to the author.
bool is_elsewhere(const Page& page, NodeIndex i, const Region& above);

// The text of an element, each link and block on a line of its own: a name and the paper or place
// after it are often parted by markup alone.
std::string credit_text(const Tree& tree, NodeIndex i);

// A line that claims the rights names it: a publication, more often than the author.
bool claims_rights(const Page& page, std::string_view name);

// A block's text with line breaks where the page has <br>.
std::string lines_of(const Page& page, const Block& block);

}  // namespace dateline::indexer::page
