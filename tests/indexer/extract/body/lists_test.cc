#include "indexer/extract/body/lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::lists_test {
namespace {

using dateline::testing::all_blocks;
using dateline::testing::page_of;
using dateline::testing::paragraphs;
using dateline::testing::texts_of;

std::vector<std::size_t> without(std::vector<std::size_t> blocks,
                                 const std::vector<std::size_t>& cut) {
  std::erase_if(blocks,
                [&](std::size_t b) { return std::find(cut.begin(), cut.end(), b) != cut.end(); });
  return blocks;
}

std::vector<std::size_t> made_whole(const Page& page, const std::vector<std::size_t>& chosen) {
  return Lists(page).made_whole(0, chosen, page.furniture);
}

TEST(Lists, AreCompletedWhereTheGreaterPartIsThere) {
  const std::string around = paragraphs(1, 3);
  for (const std::string list :
       {"<ul><li>Kettil Moor</li><li>Ana Ribeira</li><li>Jon Aske</li></ul>",
        "<dl><dt>Kettil Moor</dt><dd>bow seat</dd><dt>Ana Ribeira</dt></dl>",
        "<ol><li><ul><li>Kettil Moor</li><li>Ana Ribeira</li></ul></li><li>Jon Aske</li></ol>",
        "<table><tr><td>Kettil</td><td>98</td></tr><tr><td>Ana Ribeira</td><td>91</td></tr>"
        "</table>"}) {
    const Page page = page_of(around + list + around);
    const auto all = all_blocks(page);
    EXPECT_EQ(made_whole(page, all), all) << list;
    EXPECT_EQ(made_whole(page, without(all, {3})), all) << list;
  }
}

TEST(Lists, GoWhereTheLesserPartIsThere) {
  const std::string around = paragraphs(1, 3);
  const Page page = page_of(
      around + "<ul><li>Kettil Moor</li><li>Ana Ribeira</li><li>Jon Aske</li></ul>" + around);
  EXPECT_EQ(made_whole(page, without(all_blocks(page), {3, 4})),
            without(all_blocks(page), {3, 4, 5}));
}

TEST(Lists, ThatAreHowThePageIsLaidOutStayAsTheyWereChosen) {
  const Page page = page_of("<ul><li>" + paragraphs(1, 3) + "</li><li>Share</li></ul>");
  const auto chosen = without(all_blocks(page), {3});
  EXPECT_EQ(made_whole(page, chosen), chosen) << "most of the text is in it";

  const Page inner = page_of("<ul><li>Menu</li><li><div>" + paragraphs(1, 3) + "</div></li></ul>" +
                             paragraphs(10, 9));
  const NodeIndex box = inner.tree.find(Tag::kDiv, 0, inner.tree.size());
  const std::vector<std::size_t> within{1, 2, 3};
  EXPECT_EQ(Lists(inner).made_whole(box, within, inner.furniture), within)
      << "nothing comes from outside of the container";
}

TEST(Lists, DoNotTakeFurnitureIn) {
  Page page =
      page_of(paragraphs(1, 3) + "<ul><li>Kettil Moor</li><li>Ana Ribeira</li><li>Share</li></ul>");
  page.furniture[page.blocks[5].first] = Hint::kShare;
  const auto chosen = without(all_blocks(page), {4, 5});
  EXPECT_EQ(made_whole(page, chosen), without(all_blocks(page), {5}));
}

}  // namespace
}  // namespace dateline::indexer::page::lists_test
