#include "indexer/extract/body/sections.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::sections_test {
namespace {

using dateline::testing::all_blocks;
using dateline::testing::page_of;
using dateline::testing::paragraphs;
using dateline::testing::sentence;
using dateline::testing::texts_of;

std::vector<std::string> left(const std::string& html) {
  const Page page = page_of(html);
  return texts_of(page, drop_foreign_sections(page, all_blocks(page)));
}

TEST(ForeignSection, InAnElementOfItsOwnEndsWithIt) {
  EXPECT_EQ(left("<div class=text>" + paragraphs(1, 4) +
                 "</div><div class=box><h3>You might also "
                 "like</h3><p>" +
                 sentence(50) + "</p></div><div class=text>" + paragraphs(5, 2) + "</div>")
                .size(),
            6U);
}

TEST(ForeignSection, InTheTextItselfGoesOnToTheEnd) {
  EXPECT_EQ(
      left("<div>" + paragraphs(1, 8) + "<p>Related articles</p>" + paragraphs(50, 3) + "</div>")
          .size(),
      8U);
}

TEST(ForeignSection, InTheTextItselfCountsOnlyAfterMostOfIt) {
  EXPECT_EQ(
      left("<div>" + paragraphs(1, 2) + "<p>Related articles</p>" + paragraphs(50, 8) + "</div>")
          .size(),
      11U);
}

TEST(ForeignSection, IsNotOpenedByASubhead) {
  EXPECT_EQ(
      left("<div>" + paragraphs(1, 8) + "<h3>What comes next</h3>" + paragraphs(9, 3) + "</div>")
          .size(),
      12U);
}

TEST(ForeignSection, IsNotLookedForWhereThereIsNoText) {
  const Page page = page_of("<div></div>");
  EXPECT_TRUE(drop_foreign_sections(page, {}).empty());
}

TEST(OpeningLines, OfCreditsAndDatesGo) {
  const Page page =
      page_of("<div><p>By Ann Lee</p><p>12 March 2021</p>" + paragraphs(1, 3) + "</div>");
  const auto kept = texts_of(page, drop_opening_lines(page, all_blocks(page)));
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept.front(), sentence(1));
}

TEST(OpeningLines, AfterTheFirstParagraphStay) {
  const Page page =
      page_of("<div>" + paragraphs(1, 1) + "<p>By Ann Lee</p>" + paragraphs(2, 2) + "</div>");
  EXPECT_EQ(drop_opening_lines(page, all_blocks(page)).size(), 4U);
}

TEST(OpeningLines, ThatAreHeadingsStay) {
  const Page page = page_of("<div><h2>The night of the storm</h2>" + paragraphs(1, 3) + "</div>");
  EXPECT_EQ(drop_opening_lines(page, all_blocks(page)).size(), 4U);
}

}  // namespace
}  // namespace dateline::indexer::page::sections_test
