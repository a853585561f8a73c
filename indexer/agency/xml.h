// XML of somebody else into a tree: without network, files, document types or entities of its own.
//
//   <a x="1">One <b>two</b></a>      a.attribute("x") == "1"      a.text() == "One two"
//
// Names are without their prefixes, which agencies choose as they like.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "indexer/input/rejection.h"

namespace dateline::indexer::agency {

class Element;

// Immutable once parsed.
class XmlTree {
 public:
  // Encodings as the bytes declare them. Refused are bytes that are no well-formed XML (kBadMarkup),
  // and those that declare entities, for a few lines of such are a text of gigabytes; elements more
  // than 128 deep (kTooDeep), and more than 500,000 elements and pieces of text (kTooCostly).
  static tl::expected<XmlTree, Refusal> parse(std::string_view bytes);

  // Null only of a tree that was moved from.
  Element root() const;

 private:
  friend class Element;
  friend class TreeBuilder;

  struct Attribute {
    std::string name;
    std::string value;
  };
  struct Node {
    std::string name;         // with its prefix; empty: a piece of text
    std::uint32_t end = 0;    // one past the last node of the subtree
    std::uint32_t begin = 0;  // of the text, or the number of the first attribute
    std::uint32_t size = 0;   // of the text in bytes, or the number of attributes
  };

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
};

// A node of a tree, which must outlive it and stay where it is. A null one stands for what is not
// there: it has no name, no children and no text, so that a path needs no questions on the way.
class Element {
 public:
  Element() = default;

  explicit operator bool() const { return tree_ != nullptr; }

  // Without its prefix; empty for a piece of text.
  std::string_view name() const;
  // "a" of <a:b>; empty where there is none.
  std::string_view prefix() const;
  bool is_text() const { return tree_ != nullptr && name().empty(); }

  // Empty where it is not there.
  std::string_view attribute(std::string_view name) const;

  // The first of that name; null if there is none. Of all others the first `most`.
  Element child(std::string_view name) const;
  std::vector<Element> children(std::string_view name, std::size_t most = SIZE_MAX) const;
  // Elements alone.
  std::vector<Element> children() const;

  // All of that name below, in document order; those within one another too.
  std::vector<Element> descendants(std::string_view name, std::size_t most = SIZE_MAX) const;

  // All text below, white space collapsed; without what is in elements called `without`.
  std::string text(std::string_view without = {}) const;

  // All text below as it stands.
  std::string whole_text() const;

  // The nodes below in document order, text too, and where each one's subtree ends in that order.
  Element next() const;                       // null at the end of the tree
  bool contains(const Element& other) const;  // `other` is below this one
  std::string_view raw_text() const;          // of a piece of text, as it stands

 private:
  friend class XmlTree;
  Element(const XmlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  const XmlTree::Node& node() const { return tree_->nodes_[index_]; }

  const XmlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

}  // namespace dateline::indexer::agency
