#include "indexer/extract/page/data_tables.h"

#include <cstdint>

namespace dateline::indexer::page {
namespace {

constexpr std::uint32_t kLongestCell = 300;

bool is_cell(Tag tag) { return tag == Tag::kTd || tag == Tag::kTh; }

// Rows with two cells or more. Counts each node of the table once.
int rows_of_several(const Tree& tree, NodeIndex table) {
  int rows = 0;
  int cells = 0;
  for (NodeIndex i = table + 1; i < tree[table].end; ++i) {
    if (tree[i].tag == Tag::kTable) return 0;
    if (tree[i].tag == Tag::kTr) cells = 0;
    if (is_cell(tree[i].tag) && ++cells == 2) ++rows;
  }
  return rows;
}

bool holds_short_texts(const Tree& tree, const Blocks& blocks, NodeIndex table) {
  std::uint32_t bytes = 0;
  std::uint32_t linked = 0;
  const std::size_t end = blocks.first_at(tree[table].end);
  for (std::size_t b = blocks.first_at(table); b < end; ++b) {
    if (blocks[b].size > kLongestCell) return false;
    bytes += blocks[b].size;
    linked += blocks[b].linked;
  }
  return bytes > 0 && linked * 2 < bytes;
}

Cell cell_of(const Tree& tree, NodeIndex table, NodeIndex i) {
  Cell cell{table, kNoNode, kNoNode};
  for (i = tree[i].parent; i != kNoNode && i > table; i = tree[i].parent) {
    if (cell.cell == kNoNode && is_cell(tree[i].tag)) cell.cell = i;
    if (tree[i].tag == Tag::kTr) cell.row = i;
  }
  return cell;
}

}  // namespace

std::vector<Cell> find_data_tables(const Tree& tree, const Blocks& blocks) {
  std::vector<Cell> out;
  for (NodeIndex i = tree.find(Tag::kTable, 0, tree.size()); i != kNoNode;) {
    const NodeIndex next = tree.find(Tag::kTable, i + 1, tree.size());
    const bool nested = next != kNoNode && next < tree[i].end;
    if (!nested && rows_of_several(tree, i) >= 2 && holds_short_texts(tree, blocks, i)) {
      out.resize(blocks.size());
      const std::size_t end = blocks.first_at(tree[i].end);
      for (std::size_t b = blocks.first_at(i); b < end; ++b) {
        out[b] = cell_of(tree, i, blocks[b].first);
      }
    }
    i = next;
  }
  return out;
}

}  // namespace dateline::indexer::page
