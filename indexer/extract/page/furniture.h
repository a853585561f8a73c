// Which subtrees of a page are not its article.
#pragma once

#include <cstdint>
#include <utility>
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

// How far the names of elements (class, id …) are believed.
enum class Belief : std::uint8_t {
  kAlways,     // whatever an element holds
  kUsually,    // but of an element that holds a great part of the page's prose
  kReluctant,  // of an element that holds prose only those that never name an article
  kTagsAlone,  // names say nothing; tags and roles, <nav> and <footer>, do
};

// Marks furniture. Names are read once, however often they are asked for.
class FurnitureMarker {
 public:
  // `hints` are those that another marker of the same tree has read; none may be.
  FurnitureMarker(const Tree& tree, const Blocks& blocks, std::vector<std::uint8_t> hints = {});

  // For each node the furniture that it is or lies in, kNone for what may be article.
  std::vector<Hint> mark(Belief belief) const;

  // What an element's names and tag say, believed or not.
  Hint element_hint(NodeIndex i) const { return hint(i, Belief::kAlways); }

  // What has been read so far, for another marker.
  std::vector<std::uint8_t> take_hints() && { return std::move(hints_); }

  // Bytes of prose on the page, and those of them that `furniture` leaves.
  std::uint32_t prose() const;
  std::uint32_t prose_left(const std::vector<Hint>& furniture) const;

 private:
  Hint hint(NodeIndex i, Belief belief) const;

  const Tree& tree_;
  const Blocks& blocks_;
  TextSums sums_;
  mutable std::vector<std::uint8_t> hints_;  // of the element itself; kUnread where nobody asked
};

// For each node the furniture that it is or lies in, kNone for what may be article. A name is not
// believed of an element that holds the greater part of the page's prose (<body
// class="has-comments">), nor are names that would leave hardly any prose.
std::vector<Hint> find_furniture(const Tree& tree, const Blocks& blocks);
std::vector<Hint> find_furniture(const FurnitureMarker& marker);

}  // namespace dateline::indexer::page
