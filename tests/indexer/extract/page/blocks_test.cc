#include "indexer/extract/page/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::blocks_test {
namespace {

using dateline::testing::all_blocks;
using dateline::testing::page_of;
using dateline::testing::sentence;
using dateline::testing::texts_of;

using Texts = std::vector<std::string>;

Texts blocks_of(const std::string& html) {
  const Page page = page_of(html);
  return texts_of(page, all_blocks(page));
}

TEST(Blocks, BlockElementsPartThem) {
  EXPECT_EQ(blocks_of("<p>One</p><p>Two</p>"), (Texts{"One", "Two"}));
  EXPECT_EQ(blocks_of("<div>One<p>Two</p>Three</div>"), (Texts{"One", "Two", "Three"}));
  EXPECT_EQ(blocks_of("<ul><li>One</li><li>Two</li></ul>"), (Texts{"One", "Two"}));
  EXPECT_EQ(blocks_of("<table><tr><td>One</td><td>Two</td></tr></table>"), (Texts{"One", "Two"}));
}

TEST(Blocks, InlineElementsDoNot) {
  EXPECT_EQ(blocks_of("<p>One <b>two</b> <a href=x>three</a>, <i>four</i>.</p>"),
            (Texts{"One two three, four."}));
}

TEST(Blocks, ASpaceStandsOnlyWhereThePageHasOne) {
  EXPECT_EQ(blocks_of("<p>un<b>believ</b>able</p>"), (Texts{"unbelievable"}));
  EXPECT_EQ(blocks_of("<p>One<b> two</b></p>"), (Texts{"One two"}));
  EXPECT_EQ(blocks_of("<p>One\n\n   two</p>"), (Texts{"One two"}));
}

TEST(Blocks, OneBreakIsASpaceAndTwoPartBlocks) {
  EXPECT_EQ(blocks_of("<p>One<br>two</p>"), (Texts{"One two"}));
  EXPECT_EQ(blocks_of("<p>One<br><br>Two</p>"), (Texts{"One", "Two"}));
  EXPECT_EQ(blocks_of("<p>One<br> <br>Two</p>"), (Texts{"One", "Two"}));
  EXPECT_EQ(blocks_of("<p>One<br>two<br>three</p>"), (Texts{"One two three"}));
}

TEST(Blocks, TheHeadHasNone) {
  EXPECT_EQ(blocks_of("<html><head><title>Title</title></head><body><p>One</p></body></html>"),
            (Texts{"One"}));
}

TEST(Blocks, EmptyElementsHaveNone) {
  EXPECT_EQ(blocks_of("<p></p><div> \n </div><p>One</p>"), (Texts{"One"}));
}

TEST(Blocks, SkippedNodesAreLeftOut) {
  const Page page = page_of("<p>One</p><div><p>Two</p></div><p>Three</p>");
  std::vector<bool> skip(page.tree.size());
  skip[page.tree.find(Tag::kDiv, 0, page.tree.size())] = true;
  const Blocks blocks = Blocks::read(page.tree, skip);
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks.text(1), "Three");
}

TEST(Blocks, KnowHowMuchOfThemIsLinked) {
  const Page page = page_of("<p><a href=x>four</a>four</p><p>none</p><p><a href=x>all</a></p>");
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_DOUBLE_EQ(page.blocks[0].link_share(), 0.5);
  EXPECT_DOUBLE_EQ(page.blocks[1].link_share(), 0.0);
  EXPECT_DOUBLE_EQ(page.blocks[2].link_share(), 1.0);
}

TEST(Blocks, KnowWhereTheyStand) {
  const Page page = page_of("<div><p>One <b>two</b></p><p>Three</p></div>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.tree[page.blocks[0].element].tag, Tag::kP);
  EXPECT_EQ(page.tree.text(page.blocks[0].last), "two");
  EXPECT_EQ(page.blocks.first_at(0), 0U);
  EXPECT_EQ(page.blocks.first_at(page.blocks[1].first), 1U);
  EXPECT_EQ(page.blocks.first_at(page.tree.size()), 2U);
}

TEST(Blocks, AParagraphOfLinksIsNoProse) {
  const Page page = page_of("<p>" + sentence(1) + "</p><p><a href=x>" + sentence(2) + "</a></p>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_TRUE(page.blocks[0].prose);
  EXPECT_FALSE(page.blocks[1].prose);
}

TEST(Prose, IsLongEnoughAndPunctuated) {
  EXPECT_TRUE(reads_like_prose("The council voted on Monday to close the old bridge for a year."));
  EXPECT_FALSE(reads_like_prose("The council voted on Monday to close the old bridge for a year"));
  EXPECT_FALSE(reads_like_prose("Bridge shut."));
  EXPECT_FALSE(reads_like_prose(""));
}

TEST(Prose, MayLackItsFullStopWhereItIsLong) {
  const std::string words =
      "the council of the harbour town voted on Monday to close the old bridge for a year and to "
      "build another one beside it in the spring of the year after";
  EXPECT_TRUE(reads_like_prose(words));
  EXPECT_TRUE(reads_like_prose(words.substr(0, 100) + ", " + words.substr(100)));
}

TEST(Prose, IsKnownInScriptsWithTheirOwnPunctuation) {
  EXPECT_TRUE(
      reads_like_prose("市议会星期一投票决定关闭旧桥一年，并在明年春天在旁边再建一座新桥。"));
  EXPECT_TRUE(reads_like_prose("परिषद ने सोमवार को पुराने पुल को एक साल के लिए बंद करने का निर्णय लिया।"));
}

TEST(EndsSentence, LooksPastClosingQuotesAndBrackets) {
  for (const char* text : {"Over.", "Over!", "Over?", "“Over.”", "(Over.)", "He said: \"Over.\"",
                           "So:", "Ավարտվեց։", "结束了。", "終わり！」", "تم؟"}) {
    EXPECT_TRUE(ends_sentence(text)) << text;
  }
  for (const char* text : {"Over", "Over,", "“Over”", "", ")"}) {
    EXPECT_FALSE(ends_sentence(text)) << text;
  }
}

TEST(Data, IsTextOfKeysAndValues) {
  EXPECT_TRUE(is_data(R"({"type":"text","width":550,"height":20})"));
  EXPECT_FALSE(is_data(R"(He said: "type": nothing)"));
  EXPECT_FALSE(is_data(""));
}

// The tags of what the block lies in and of its box: "p div".
std::string around(const Page& page, std::size_t block) {
  const auto name = [&](NodeIndex i) {
    const Tag tag = page.tree[i].tag;
    return tag == Tag::kP ? "p" : tag == Tag::kLi ? "li" : tag == Tag::kDiv ? "div" : "another";
  };
  const Block& one = page.blocks[block];
  return std::string(name(one.element)) + ' ' + name(one.box);
}

TEST(Blocks, TheirBoxIsNoParagraphAndNoList) {
  const Page page =
      page_of("<div><p><b>One</b></p><ul><li>Two<ul><li>Three</li></ul></li></ul>Four</div>");
  ASSERT_EQ(page.blocks.size(), 4U);
  EXPECT_EQ(around(page, 0), "p div");
  EXPECT_EQ(around(page, 1), "li div");
  EXPECT_EQ(around(page, 2), "li div");
  EXPECT_EQ(around(page, 3), "div div");
  EXPECT_EQ(page.blocks[0].box, page.blocks[3].box);
}

TEST(Blocks, BelowTheTreesDepthTheyAreOfTheElementAtItsEnd) {
  std::string html;
  for (int i = 0; i < 300; ++i) html += "<div>";
  const Page page = page_of(html + "<p>One</p><p>Two</p>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(around(page, 0), "div div");
  EXPECT_EQ(page.blocks[0].element, page.tree[page.blocks[0].first].parent);
  EXPECT_EQ(page.blocks[0].element, page.blocks[1].element);
}

}  // namespace
}  // namespace dateline::indexer::page::blocks_test
