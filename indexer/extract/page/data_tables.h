// Tables of data, as standings and prices are, told from tables that lay out a page.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/markup/tree.h"
#include "indexer/extract/page/blocks.h"

namespace dateline::indexer::page {

// A cell of a table of data.
struct Cell {
  NodeIndex table = kNoNode;  // kNoNode: the block is in no such table
  NodeIndex row = kNoNode;
  NodeIndex cell = kNoNode;
};

// For each block the cell that it stands in. A table is one of data if it has two rows or more of
// two cells or more, no table within it, no long text in a cell, and is not mostly links. Empty
// where the page has none.
std::vector<Cell> find_data_tables(const Tree& tree, const Blocks& blocks);

}  // namespace dateline::indexer::page
