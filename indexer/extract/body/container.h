// The element that holds the article's text.
#pragma once

#include <string_view>

#include "indexer/extract/page/blocks.h"
#include "indexer/extract/page/furniture.h"

namespace dateline::indexer::page {

struct Container {
  NodeIndex node = 0;
  std::string_view method;
};

Container find_container(const Tree& tree, const Blocks& blocks,
                         const std::vector<Hint>& furniture);

}  // namespace dateline::indexer::page
