#include "indexer/extract/credits/credit_places.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::credit_places_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

std::string first_credit(const std::string& html, Tag tag) {
  const Page page = page_of(html);
  return credit_text(page.tree, page.tree.find(tag, 0, page.tree.size()));
}

TEST(CreditText, PutsEachLinkAndBlockOnALineOfItsOwn) {
  EXPECT_EQ(first_credit("<div><a href=/ann>Ann Lee</a>, <a href=/bo>Bo Day</a></div>", Tag::kDiv),
            "\n\nAnn Lee\n, \nBo Day");
  EXPECT_EQ(first_credit("<div><p>Ann Lee</p><p>Dunmarrow</p></div>", Tag::kDiv),
            "\n\nAnn Lee\n\nDunmarrow");
}

TEST(CreditText, PartsWordsThatMarkupAloneParts) {
  EXPECT_EQ(first_credit("<p><span>By</span><span>Ann Lee</span></p>", Tag::kP).substr(0, 11),
            "\nBy Ann Lee");
}

TEST(CreditText, IsBounded) {
  std::string html = "<div>";
  for (int i = 0; i < 1000; ++i) html += "<span>a name</span>";
  EXPECT_LE(first_credit(html + "</div>", Tag::kDiv).size(), kLongestByline + 100);
}

class Regions : public ::testing::Test {
 protected:
  Regions()
      : page_(page_of(
            "<nav><p>Menu</p></nav><h1>Bridge shut</h1><p>By Ann Lee</p><div>" + paragraphs(1, 4) +
            "</div><p>Reporting by Bo Day</p><p>After</p><footer><p>Imprint</p></footer>")),
        place_{block_of("Bridge shut"), page_.blocks[block_of("Sentence 1 ")].first,
               page_.blocks[block_of("Sentence 4 ")].last + 1} {}

  std::size_t block_of(const std::string& beginning) const {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (page_.blocks.text(b).substr(0, beginning.size()) == beginning) return b;
    }
    ADD_FAILURE() << beginning;
    return 0;
  }
  NodeIndex node_of(const std::string& beginning) const {
    return page_.blocks[block_of(beginning)].first;
  }

  Page page_;
  Place place_;
};

TEST_F(Regions, AboveReachesIntoTheTextsBeginning) {
  const Region above = region_above(page_, place_);
  EXPECT_TRUE(above.holds(node_of("Menu")));
  EXPECT_TRUE(above.holds(node_of("By Ann Lee")));
  EXPECT_TRUE(above.holds(node_of("Sentence 2 ")));
  EXPECT_FALSE(above.holds(node_of("Sentence 4 ")));
}

TEST_F(Regions, BelowTheHeadlineBeginsThere) {
  const Region below = region_below_headline(page_, place_, region_above(page_, place_));
  EXPECT_FALSE(below.holds(node_of("Menu")));
  EXPECT_TRUE(below.holds(node_of("By Ann Lee")));
}

TEST_F(Regions, BelowTheTextAreItsNextBlocks) {
  const Region below = region_below(page_, place_);
  EXPECT_FALSE(below.holds(node_of("Sentence 4 ")));
  EXPECT_TRUE(below.holds(node_of("Reporting by Bo Day")));
}

TEST_F(Regions, TheLastLinesAreTheTextsLastAndTheNext) {
  const Region last = last_lines(page_, place_);
  EXPECT_FALSE(last.holds(node_of("Sentence 3 ")));
  EXPECT_TRUE(last.holds(node_of("Sentence 4 ")));
  EXPECT_TRUE(last.holds(node_of("Reporting by Bo Day")));
  EXPECT_FALSE(last.holds(node_of("After")));
}

TEST_F(Regions, FurnitureIsElsewhereButNotWhatTemplatesCallFooterAbove) {
  const Region above = region_above(page_, place_);
  EXPECT_TRUE(is_elsewhere(page_, node_of("Imprint"), above));
  EXPECT_FALSE(is_elsewhere(page_, node_of("Menu"), above));
  EXPECT_FALSE(is_elsewhere(page_, node_of("By Ann Lee"), above));
}

TEST(LinesOf, AreThoseThatThePageBreaks) {
  const Page page = page_of("<p>Ann Lee<br>Dunmarrow</p>");
  EXPECT_EQ(lines_of(page, page.blocks[0]), "Ann Lee\nDunmarrow");
}

}  // namespace
}  // namespace dateline::indexer::page::credit_places_test
