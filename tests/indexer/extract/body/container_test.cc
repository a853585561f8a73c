#include "indexer/extract/body/container.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::container_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

// The id of the element that is found.
std::string container_of(const std::string& html) {
  const Page page = page_of(html);
  const Container found = find_container(page.tree, page.blocks, page.furniture);
  return std::string(page.tree.attribute(found.node, AttributeName::kId));
}

TEST(Container, IsWhereTheProseIsAndTheLinksAreNot) {
  EXPECT_EQ(container_of("<div id=page><div id=menu>" + std::string(30, ' ') +
                         "<a href=/a>Home and other places</a></div><div id=text>" +
                         paragraphs(1, 8) + "</div></div>"),
            "text");
}

TEST(Container, HoldsAllPartsOfATextThatIsCut) {
  EXPECT_EQ(container_of("<div id=page><div id=text><div>" + paragraphs(1, 4) +
                         "</div><div>Label</div><div>" + paragraphs(5, 4) + "</div></div><div>" +
                         std::string("Imprint, ") + "</div></div>"),
            "text");
}

TEST(Container, OfEqualOnesIsTheDeepest) {
  EXPECT_EQ(container_of("<div id=outer><div id=inner>" + paragraphs(1, 5) + "</div></div>"),
            "inner");
}

TEST(Container, ANamedOneWinsOverALittleMore) {
  EXPECT_EQ(container_of("<div id=page>" + paragraphs(1, 1) + "<div id=text itemprop=articleBody>" +
                         paragraphs(2, 8) + "</div></div>"),
            "text");
}

TEST(Container, IsNeverFurniture) {
  EXPECT_NE(container_of("<div id=page><div id=text>" + paragraphs(1, 5) +
                         "</div><div id=talk class=comments>" + paragraphs(50, 8) + "</div></div>"),
            "talk");
}

TEST(Container, OfAPageWithoutProseIsThePage) {
  const Page page = page_of("<div><p>Home</p></div>");
  EXPECT_EQ(find_container(page.tree, page.blocks, page.furniture).node, 0U);
}

}  // namespace
}  // namespace dateline::indexer::page::container_test
