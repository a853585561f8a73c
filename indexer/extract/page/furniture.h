// Which subtrees of a page are not its article.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/markup/tree.h"
#include "indexer/extract/page/blocks.h"
#include "indexer/extract/page/hints.h"

namespace dateline::indexer::page {

// Sums of prose and of other text over any subtree, in constant time.
class TextSums {
 public:
  TextSums(const Tree& tree, const Blocks& blocks, const std::vector<Hint>& furniture = {});

  std::uint32_t prose(NodeIndex i) const { return prose_[tree_[i].end] - prose_[i]; }
  std::uint32_t other(NodeIndex i) const { return other_[tree_[i].end] - other_[i]; }

 private:
  const Tree& tree_;
  std::vector<std::uint32_t> prose_;  // bytes of prose before node i
  std::vector<std::uint32_t> other_;  // bytes of labels, teasers and links before node i
};

// For each node the furniture that it is or lies in, kNone for what may be article. A name is not
// believed of an element that holds the greater part of the page's prose (<body
// class="has-comments">), nor are names that would leave hardly any prose.
std::vector<Hint> find_furniture(const Tree& tree, const Blocks& blocks);

}  // namespace dateline::indexer::page
