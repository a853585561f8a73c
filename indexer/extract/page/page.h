// A page as the finders of fields see it: parsed once, shared by all.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/markup/json_ld.h"
#include "indexer/extract/markup/meta.h"
#include "indexer/extract/markup/prescan.h"
#include "indexer/extract/markup/tree.h"
#include "indexer/extract/page/blocks.h"
#include "indexer/extract/page/data_tables.h"
#include "indexer/extract/page/furniture.h"

namespace dateline::indexer::page {

struct Page {
  std::string url;                 // where it was fetched from; may be empty
  std::string html;                // its bytes as UTF-8
  std::vector<ByteRange> scripts;  // in html: see Prescan::scripts
  Tree tree;
  Meta meta;
  LinkedData linked;
  Blocks blocks;
  std::vector<Hint> furniture;      // a node's, see find_furniture()
  std::vector<Cell> cells;          // a block's, see find_data_tables(); empty where there are none
  std::vector<std::uint8_t> hints;  // what elements' names say, see FurnitureMarker; may be empty
};

// Where the article stands on its page.
struct Place {
  std::size_t headline;  // the block of the headline; one close above the text where none shows it
  NodeIndex begin;       // the nodes of the text: [begin, end)
  NodeIndex end;
};

// A field's value and, for `extract --explain`, where it was found. An empty source: not found.
template <typename T>
struct Finding {
  T value{};
  std::string source;

  bool found() const { return !source.empty(); }
};

}  // namespace dateline::indexer::page
