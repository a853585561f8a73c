// A page's elements and text, flat: nodes lie in document order, so that a subtree is a range of
// indices and whatever is summed over subtrees can be summed with prefix sums.
//
//   <p>One <b>two</b></p>      0 p [end 4]   1 text "One "   2 b [end 4]   3 text "two"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "indexer/extract/markup/attributes.h"
#include "indexer/extract/markup/tags.h"

namespace dateline::indexer::page {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = ~NodeIndex{0};

struct Node {
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;  // one past the last node of the subtree
  std::uint32_t text_begin = 0;
  std::uint32_t text_size = 0;  // of a kText node
  std::uint32_t attributes_begin = 0;
  std::uint16_t attributes_count = 0;
  Tag tag = Tag::kOther;
};

// Why a page makes no tree: a bound of parse(), or nothing in it that could be read.
enum class TreeError { kTooManyNodes, kTooDeep, kUnusable };

// Immutable once parsed; views stay valid as long as the tree does.
class Tree {
 public:
  // `markup` is UTF-8, thinned by prescan(), which gave the table too. Elements nested deeper than
  // 256 levels become children of the element at that level; beyond 512 open elements, or 2,000,000
  // nodes, parsing ends with an error.
  static tl::expected<Tree, TreeError> parse(std::string_view markup, AttributeTable table = {});

  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  const Node& operator[](NodeIndex i) const { return nodes_[i]; }

  // Characters of a kText node, as written but for character references.
  std::string_view text(NodeIndex i) const {
    return std::string_view(text_).substr(nodes_[i].text_begin, nodes_[i].text_size);
  }

  // Empty where the attribute is not there; has() tells.
  std::string_view attribute(NodeIndex i, AttributeName name) const;
  bool has(NodeIndex i, AttributeName name) const;

  // All text below `i`, white space collapsed; a block or <br> parts words. Only the first
  // `most` bytes are read: whoever wants short texts alone says so, for elements may lie within one
  // another. Counts as work; empty once the tree is overworked.
  std::string content(NodeIndex i, std::size_t most = std::string::npos) const;

  // Elements that lie within one another can make finders read the same text over and over. They
  // count what they read, in nodes and bytes, and stop when it is far more than the page has: such
  // a page is to be rejected. Thread-compatible: a tree is one thread's at a time.
  void count_work(std::size_t amount) const { work_ += amount; }
  bool overworked() const;

  // The first node of that kind in [from, to); kNoNode if there is none.
  NodeIndex find(Tag tag, NodeIndex from, NodeIndex to) const;

 private:
  friend class TreeBuilder;
  const AttributeTable::Attribute* find_attribute(NodeIndex i, AttributeName name) const;

  std::vector<Node> nodes_;
  AttributeTable table_;
  std::string text_;
  mutable std::uint64_t work_ = 0;
};

}  // namespace dateline::indexer::page
