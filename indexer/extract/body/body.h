// The article's text among everything else on a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// A block that was left out, and why; for `extract --explain`.
struct CutBlock {
  std::size_t block;
  std::string_view reason;
};

struct Body {
  std::vector<std::size_t> blocks;  // indices into Blocks, in order
  NodeIndex container = 0;          // the element that holds them
  std::vector<CutBlock> cut;        // prose within the container that was left out
  std::string_view method;          // "itemprop articleBody", "density", …
};

// The blocks of `page` that are the article's text.
Body find_body(const Page& page);

// The text of the chosen blocks, an empty line between paragraphs. Rows of a table are lines, their
// cells parted by a tab.
std::string text_of(const Body& body, const Page& page);

// Some pages show a teaser, or build their text with scripts, and state the whole in their metadata:
// true if that is what `text` lacks.
bool states_more(const Page& page, std::string_view text);

}  // namespace dateline::indexer::page
