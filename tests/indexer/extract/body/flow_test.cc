#include "indexer/extract/body/flow.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::flow_test {
namespace {

using dateline::testing::all_blocks;
using dateline::testing::page_of;
using dateline::testing::paragraphs;
using dateline::testing::sentence;
using dateline::testing::texts_of;

std::vector<std::string> kept(const std::string& html) {
  const Page page = page_of(html);
  return texts_of(page, keep_main_flow(page, all_blocks(page)));
}

std::vector<std::string> sentences(int first, int count) {
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) out.push_back(sentence(first + i));
  return out;
}

TEST(Flow, ParagraphsOfOneElementAreOne) {
  const Page page = page_of("<div>" + paragraphs(1, 3) + "</div>");
  const NodeIndex div = page.tree.find(Tag::kDiv, 0, page.tree.size());
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    EXPECT_EQ(flow_of(page.tree, page.blocks, page.blocks[b]), div);
  }
}

TEST(Flow, ListsQuotationsAndWrappersDoNotPartIt) {
  const Page page = page_of("<div><p>" + sentence(1) + "</p><ul><li>" + sentence(2) +
                            "</li></ul><blockquote><p>" + sentence(3) +
                            "</p></blockquote><section><p>" + sentence(4) + "</p></section></div>");
  const NodeIndex div = page.tree.find(Tag::kDiv, 0, page.tree.size());
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    EXPECT_EQ(flow_of(page.tree, page.blocks, page.blocks[b]), div) << page.blocks.text(b);
  }
}

TEST(MainFlow, IsTheOneWithMostProse) {
  const Page page =
      page_of("<div id=a>" + paragraphs(1, 2) + "</div><div id=b>" + paragraphs(3, 5) + "</div>");
  const NodeIndex main = main_flow(page, all_blocks(page));
  ASSERT_NE(main, kNoNode);
  EXPECT_EQ(page.tree.attribute(main, AttributeName::kId), "b");
}

TEST(MainFlow, IsNoneWithoutProse) {
  const Page page = page_of("<div><p>Home</p><p>About</p></div>");
  EXPECT_EQ(main_flow(page, all_blocks(page)), kNoNode);
  EXPECT_EQ(keep_main_flow(page, all_blocks(page)), all_blocks(page));
}

TEST(KeepMainFlow, PutsABodyTogetherThatAdvertisementsCut) {
  EXPECT_EQ(kept("<div class=part>" + paragraphs(1, 3) +
                 "</div><aside>Label</aside><div class=part>" + paragraphs(4, 3) + "</div>")
                .size(),
            7U)
      << "what stands between parts of the text is judged by others";
}

TEST(KeepMainFlow, LeavesWhatFollowsInElementsOfAnotherKind) {
  EXPECT_EQ(kept("<div class=text>" + paragraphs(1, 8) + "</div><div class=box><section><p>" +
                 sentence(100) + "</p></section></div>"),
            sentences(1, 8));
}

TEST(KeepMainFlow, KeepsSomeSentencesOfAnotherKindWhereItIsLenient) {
  const auto kept_leniently = [](int sentences_apart) {
    const Page page =
        page_of("<div class=text>" + paragraphs(1, 16) + "</div><div class=box><section>" +
                paragraphs(100, sentences_apart) + "</section></div>");
    return keep_main_flow(page, all_blocks(page), FlowRule::kLenient).size();
  };
  EXPECT_EQ(kept_leniently(1), 16U) << "one sentence is a label";
  EXPECT_EQ(kept_leniently(2), 18U) << "reviews have each of their parts in a box of its own";
}

TEST(KeepMainFlow, KeepsWhatFollowsIfItIsOfSomeSize) {
  EXPECT_EQ(kept("<div class=text>" + paragraphs(1, 8) + "</div><div class=more>" +
                 paragraphs(9, 6) + "</div>"),
            sentences(1, 14));
}

TEST(KeepMainFlow, KeepsALeadThatStandsCloseBefore) {
  EXPECT_EQ(kept("<header><p>" + sentence(0) + "</p></header><div class=text>" + paragraphs(1, 8) +
                 "</div>"),
            sentences(0, 9));
}

TEST(KeepMainFlow, LeavesTheNextArticleThatAPageAppends) {
  EXPECT_EQ(kept("<article><div class=text>" + paragraphs(1, 8) +
                 "</div></article>"
                 "<article><div class=text>" +
                 paragraphs(20, 6) + "</div></article>")
                .front(),
            sentence(1));
}

}  // namespace
}  // namespace dateline::indexer::page::flow_test
