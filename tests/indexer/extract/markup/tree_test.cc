#include "indexer/extract/markup/tree.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/markup/prescan.h"

namespace dateline::indexer::page::tree_test {
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

TEST(Tree, AttributesStandInTheRowThatTheTagNames) {
  AttributeTable table;
  table.add(AttributeName::kClass, "lead");
  table.add(AttributeName::kId, "a\"b'c");
  table.add(AttributeName::kHidden, "");
  table.rows = {{0, 2}, {2, 1}};
  const auto tree = Tree::parse("<p r=1>x</p><p r=0>y</p><p class=z>z</p><p r=2>", table);
  ASSERT_TRUE(tree);
  std::vector<NodeIndex> found;
  for (NodeIndex i = 0; i < tree->size(); ++i) {
    if ((*tree)[i].tag == Tag::kP) found.push_back(i);
  }
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(tree->has(found[0], AttributeName::kHidden));
  EXPECT_FALSE(tree->has(found[0], AttributeName::kClass));
  EXPECT_EQ(tree->attribute(found[1], AttributeName::kClass), "lead");
  EXPECT_EQ(tree->attribute(found[1], AttributeName::kId), "a\"b'c");
  EXPECT_EQ(tree->attribute(found[2], AttributeName::kClass), "z");
  EXPECT_EQ((*tree)[found[3]].attributes_count, 0);
}

// Whether the parser read a value or prescan() did makes no difference.
TEST(Tree, AttributesAreReadAsTheyAreWritten) {
  Prescan scanned = prescan(
      "<p id=\"a\" title='x &amp; \"y\"'>1</p><p id='a' title='x & \"y\"' ID=b>2</p>"
      "<p title='x\ty' id=a>");
  const auto tree = Tree::parse(scanned.markup, std::move(scanned.attributes));
  ASSERT_TRUE(tree);
  const NodeIndex first = tree->find(Tag::kP, 0, tree->size());
  const NodeIndex second = (*tree)[first].end;
  const NodeIndex third = (*tree)[second].end;
  for (const NodeIndex i : {first, second, third}) {
    EXPECT_EQ(tree->attribute(i, AttributeName::kId), "a") << i;
  }
  EXPECT_EQ(tree->attribute(first, AttributeName::kTitle), "x & \"y\"");
  EXPECT_EQ(tree->attribute(second, AttributeName::kTitle), "x & \"y\"");
  EXPECT_EQ(tree->attribute(third, AttributeName::kTitle), "x\ty");
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
  EXPECT_EQ(refused.error(), TreeError::kTooDeep);
}

TEST(Tree, NothingGivesAFault) { EXPECT_FALSE(Tree::parse("")); }

TEST(Tree, ContentIsReadNoFurtherThanAskedFor) {
  const Tree tree = *Tree::parse("<p>One <b>two</b> three <i>four</i></p>");
  const NodeIndex p = tree.find(Tag::kP, 0, tree.size());
  EXPECT_EQ(tree.content(p), "One two three four");
  EXPECT_EQ(tree.content(p, 6), "One t");  // with the space that parts it from what is before
}

TEST(Tree, KnowsWhenItIsReadOverAndOver) {
  std::string text = "<p>";
  text.append(100'000, 'x');
  const Tree tree = *Tree::parse(text);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(tree.content(0).size(), 100'000U);
  EXPECT_FALSE(tree.overworked());
  for (int i = 0; i < 100; ++i) tree.content(0);
  EXPECT_TRUE(tree.overworked());
  EXPECT_EQ(tree.content(0), "") << "so that what follows costs nothing";
}

}  // namespace
}  // namespace dateline::indexer::page::tree_test
