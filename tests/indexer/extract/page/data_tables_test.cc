#include "indexer/extract/page/data_tables.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::data_tables_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::sentence;

std::size_t cells_in(const std::string& html) {
  const Page page = page_of(html);
  std::size_t count = 0;
  for (const Cell& cell : find_data_tables(page.tree, page.blocks)) {
    if (cell.table != kNoNode) ++count;
  }
  return count;
}

TEST(DataTables, HaveRowsOfShortCells) {
  EXPECT_EQ(cells_in("<table><tr><td>1<td>Moor<tr><td>2<td>Lund</table>"), 4U);
  EXPECT_EQ(cells_in("<table><tr><td>1<td>Moor</table>"), 0U) << "one row";
  EXPECT_EQ(cells_in("<table><tr><td>1<tr><td>Moor</table>"), 0U) << "one column";
}

TEST(DataTables, AreNotThoseThatLayOutAPage) {
  const std::string text = sentence(1) + sentence(2) + sentence(3) + sentence(4);
  EXPECT_EQ(cells_in("<table><tr><td>Menu<td>" + text + "<tr><td>a<td>b</table>"), 0U);
  EXPECT_EQ(cells_in("<table><tr><td><a href=/1>One</a><td><a href=/2>Two</a>"
                     "<tr><td><a href=/3>Three</a><td><a href=/4>Four</a></table>"),
            0U);
  EXPECT_EQ(cells_in("<table><tr><td>x<td><table><tr><td>1<td>2<tr><td>3<td>4</table>"
                     "<tr><td>y<td>z</table>"),
            4U)
      << "the inner one alone";
}

TEST(DataTables, TellRowsAndCellsApart) {
  const Page page = page_of("<table><tr><td>1<td>Moor<tr><td>2<td>Lund</table>");
  const auto cells = find_data_tables(page.tree, page.blocks);
  ASSERT_EQ(cells.size(), 4U);
  EXPECT_EQ(cells[0].row, cells[1].row);
  EXPECT_NE(cells[0].cell, cells[1].cell);
  EXPECT_NE(cells[1].row, cells[2].row);
}

}  // namespace
}  // namespace dateline::indexer::page::data_tables_test
