#include "indexer/extract/tree.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page {
namespace {

TEST(Tree, SubtreesAreRanges) {
  const auto tree =
      Tree::parse("<html><body><p>One <b>two</b></p><p class=x>three</p></body></html>");
  ASSERT_TRUE(tree);
  const NodeIndex first = tree->find(Tag::kP, 0, tree->size());
  ASSERT_NE(first, kNoNode);
  EXPECT_EQ(tree->content(first), "One two");
  const NodeIndex second = (*tree)[first].end;
  EXPECT_EQ((*tree)[second].tag, Tag::kP);
  EXPECT_EQ(tree->attribute(second, AttributeName::kClass), "x");
  EXPECT_EQ((*tree)[second].parent, (*tree)[first].parent);
}

TEST(Tree, ReferencesAreDecodedAndRunsAreOne) {
  const auto tree = Tree::parse("<p>a&amp;b&#8211;c</p>");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->content(tree->find(Tag::kP, 0, tree->size())), "a&b\u2013c");
}

TEST(Tree, DeepNestingIsFlattenedAndThenRefused) {
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<div>";
  const auto flat = Tree::parse(deep + "text");
  ASSERT_TRUE(flat);
  EXPECT_EQ(flat->content(0), "text");
  for (int i = 0; i < 400; ++i) deep += "<div>";
  const auto refused = Tree::parse(deep + "text");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), TreeFault::kTooDeep);
}

TEST(Tree, NothingGivesAFault) { EXPECT_FALSE(Tree::parse("")); }

}  // namespace
}  // namespace dateline::indexer::page
