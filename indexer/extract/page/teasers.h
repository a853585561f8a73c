// Items of a list of other articles, told by their shape and not by their names.
#pragma once

#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Refers to the page, which must outlive it. Nothing is read until it is asked.
class Teasers {
 public:
  // `headline`: the node of the page's own headline, which no teaser holds; kNoNode if there is none.
  Teasers(const Page& page, NodeIndex headline) : page_(page), headline_(headline) {}

  // True if node `i`, a date or a name, is part of a link that says more than itself, or of an item
  // that links elsewhere and has a neighbour of the same make with a link and a date of its own.
  // Constant work: small items alone are looked at, and few levels around `i`.
  bool hold(NodeIndex i) const;

 private:
  bool holds_headline(NodeIndex i) const;
  bool is_item(NodeIndex i) const;
  bool are_alike(NodeIndex a, NodeIndex b) const;
  void link_neighbours() const;

  const Page& page_;
  NodeIndex headline_;
  mutable std::vector<NodeIndex> previous_;  // a node's sibling before it; filled when asked for
};

}  // namespace dateline::indexer::page
