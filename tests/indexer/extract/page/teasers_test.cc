#include "indexer/extract/page/teasers.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::teasers_test {
namespace {

using dateline::testing::page_of;

// Whether a teaser holds the text node that reads `wanted`.
bool held(const std::string& html, const std::string& wanted) {
  const Page page = page_of(html);
  const NodeIndex h1 = page.tree.find(Tag::kH1, 0, page.tree.size());
  const Teasers teasers(page, h1);
  for (NodeIndex i = 0; i < page.tree.size(); ++i) {
    if (page.tree[i].tag == Tag::kText && page.tree.text(i) == wanted) return teasers.hold(i);
  }
  ADD_FAILURE() << "no such text: " << wanted;
  return false;
}

const std::string kRows =
    "<h1>Bridge shut</h1><div><div class=x><span>20.03.2026</span><a>Whaler diary on show</a></div>"
    "<div class=x><span>19.03.2026</span><a>Sheep lost in snow</a></div></div>";

TEST(Teasers, AnItemHasANeighbourOfTheSameMake) {
  EXPECT_TRUE(held(kRows, "20.03.2026"));
  EXPECT_TRUE(held(kRows, "19.03.2026"));
  const std::string list =
      "<ul><li><h3><a>Whaler diary on show</a></h3> <time>1 May 2024</time>"
      "<li><h3><a>Sheep are lost in the snow</a></h3> <time>2 May 2024</time></ul>";
  EXPECT_TRUE(held(list, "1 May 2024"));
  EXPECT_TRUE(held(list, "2 May 2024"));
}

TEST(Teasers, ADateWithinALinkThatSaysMoreIsTheLinks) {
  EXPECT_TRUE(held("<a><h3>Whaler diary on show</h3><time>1 May 2024</time></a>", "1 May 2024"));
  EXPECT_FALSE(held("<p><a><time>1 May 2024</time></a></p>", "1 May 2024"));
}

TEST(Teasers, TheArticlesOwnLinesAreNone) {
  EXPECT_FALSE(
      held("<h1>Bridge shut</h1><p><span>1 May 2024</span> by <a>Ann Lee of Larkholm</a></p>"
           "<p><a>Share this on the other site</a></p>",
           "1 May 2024"));
  // What holds the headline is the article, however much it is like its neighbours.
  EXPECT_FALSE(
      held("<article><a><h1>Bridge shut after storm</h1></a><i>1 May 2024</i></article>"
           "<article><a>Whaler diary on show</a><i>2 May 2024</i></article>",
           "1 May 2024"));
}

}  // namespace
}  // namespace dateline::indexer::page::teasers_test
