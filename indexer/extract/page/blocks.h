// A page's text as a list of blocks (paragraphs, headings, list items, cells), each knowing where
// in the tree it stands and how much of it is links.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/markup/tree.h"

namespace dateline::indexer::page {

struct Block {
  NodeIndex element = 0;  // the innermost block element around it
  NodeIndex box = 0;      // the innermost that is no paragraph, heading, list, quotation or table
  NodeIndex first = 0;    // its first and last text node
  NodeIndex last = 0;
  std::uint32_t begin = 0;   // of its text in Blocks::text
  std::uint32_t size = 0;    // bytes
  std::uint32_t linked = 0;  // bytes within <a>
  std::uint32_t strong = 0;  // bytes within <b>, <strong>
  bool prose = false;        // reads like sentences, not like a label, a teaser or a list of links

  double link_share() const { return size == 0 ? 0.0 : double(linked) / double(size); }
};

class Blocks {
 public:
  // Two <br> in a row, or any block element's start or end, part blocks. Text in the head is left
  // out. `skip` (one flag a node, may be empty) leaves out nodes.
  static Blocks read(const Tree& tree, const std::vector<bool>& skip = {});

  std::size_t size() const { return blocks_.size(); }
  const Block& operator[](std::size_t i) const { return blocks_[i]; }
  std::string_view text(const Block& block) const {
    return std::string_view(text_).substr(block.begin, block.size);
  }
  std::string_view text(std::size_t i) const { return text(blocks_[i]); }

  // The index of the first block whose text begins at or after node `i`.
  std::size_t first_at(NodeIndex i) const;

 private:
  friend class BlockReader;
  std::vector<Block> blocks_;
  std::string text_;
};

// True if `text` (one block) reads like prose: long enough, with sentence punctuation. Scripts
// without spaces or capitals are judged by their own punctuation.
bool reads_like_prose(std::string_view text);

// Data that a broken script or attribute let out: {"type":"text","width":550,…
bool is_data(std::string_view text);

// Ends as sentences do, closing quotes and brackets aside.
bool ends_sentence(std::string_view text);

}  // namespace dateline::indexer::page
