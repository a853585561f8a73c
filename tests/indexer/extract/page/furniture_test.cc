#include "indexer/extract/page/furniture.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::furniture_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

// The hint of the block whose text begins so.
Hint hint_of_text(const Page& page, const std::string& beginning) {
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    if (page.blocks.text(b).substr(0, beginning.size()) == beginning) {
      return page.furniture[page.blocks[b].first];
    }
  }
  ADD_FAILURE() << "no block begins with " << beginning;
  return Hint::kNone;
}

TEST(Furniture, IsWhatLiesInAnElementThatIsNamedSo) {
  const Page page = page_of("<main>" + paragraphs(1, 10) +
                            "</main><div class=related-articles><p>A bridge elsewhere</p></div>"
                            "<footer><p>About us</p></footer><nav><a href=/>Home</a></nav>");
  EXPECT_EQ(hint_of_text(page, "Sentence 1 "), Hint::kNone);
  EXPECT_EQ(hint_of_text(page, "A bridge elsewhere"), Hint::kRelated);
  EXPECT_EQ(hint_of_text(page, "About us"), Hint::kFooter);
  EXPECT_EQ(hint_of_text(page, "Home"), Hint::kNavigation);
}

TEST(Furniture, AnOuterNameHoldsForAllInside) {
  const Page page = page_of(
      "<main>" + paragraphs(1, 10) +
      "</main><div class=comments><div class=article-body><p>I do not agree.</p></div></div>");
  EXPECT_EQ(hint_of_text(page, "I do not agree."), Hint::kComments);
}

TEST(Furniture, ANameIsNotBelievedOfWhatHoldsMostOfTheText) {
  const Page page = page_of("<body class='has-sidebar'><div class=sidebar>" + paragraphs(1, 10) +
                            "</div></body>");
  EXPECT_EQ(hint_of_text(page, "Sentence 1 "), Hint::kNone);
}

TEST(Furniture, CommentsMayBeLongerThanTheArticle) {
  const Page page = page_of("<main>" + paragraphs(1, 5) + "</main><div class=comments>" +
                            paragraphs(100, 15) + "</div>");
  EXPECT_EQ(hint_of_text(page, "Sentence 1 "), Hint::kNone);
  EXPECT_EQ(hint_of_text(page, "Sentence 100 "), Hint::kComments);
}

TEST(Furniture, NamesThatLeaveNothingAreNotBelieved) {
  // A gallery's slides hold the whole text in their captions.
  const Page page = page_of("<div class=gallery><figure><figcaption>" + paragraphs(1, 4) +
                            "</figcaption></figure><figure><figcaption>" + paragraphs(5, 4) +
                            "</figcaption></figure></div>");
  EXPECT_EQ(hint_of_text(page, "Sentence 1 "), Hint::kNone);
}

TEST(Furniture, AnEmptyPageHasNone) {
  const Page page = page_of("<html></html>");
  for (const Hint hint : page.furniture) EXPECT_EQ(hint, Hint::kNone);
}

TEST(TextSums, AddUpProseBelowAnyElement) {
  const Page page = page_of("<main>" + paragraphs(1, 2) + "</main><aside>" + paragraphs(3, 1) +
                            "</aside><div>Label</div>");
  const TextSums sums(page.tree, page.blocks);
  const NodeIndex main = page.tree.find(Tag::kMain, 0, page.tree.size());
  const NodeIndex aside = page.tree.find(Tag::kAside, 0, page.tree.size());
  EXPECT_EQ(sums.prose(main), page.blocks[0].size + page.blocks[1].size);
  EXPECT_EQ(sums.prose(aside), page.blocks[2].size);
  EXPECT_EQ(sums.prose(0), sums.prose(main) + sums.prose(aside));
  EXPECT_EQ(sums.other(0), std::string("Label").size());
}

TEST(TextSums, LeaveOutWhatIsFurniture) {
  const Page page =
      page_of("<main>" + paragraphs(1, 10) + "</main><footer>" + paragraphs(20, 1) + "</footer>");
  const TextSums all(page.tree, page.blocks);
  const TextSums without(page.tree, page.blocks, page.furniture);
  EXPECT_EQ(all.prose(0) - without.prose(0), page.blocks[10].size);
}

}  // namespace
}  // namespace dateline::indexer::page::furniture_test
