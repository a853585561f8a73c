#include "indexer/extract/body/invariants.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/indexer/extract/page_of.h"

namespace dateline::indexer::page::invariants_test {
namespace {

using dateline::testing::page_of;
using dateline::testing::paragraphs;

Body body_of(std::vector<std::size_t> blocks) {
  Body body;
  body.blocks = std::move(blocks);
  return body;
}

TEST(Invariants, ABodyIsNotEmptyWhileThereIsProse) {
  const Page page = page_of(paragraphs(1, 3));
  EXPECT_EQ(broken_rule(page, body_of({})), "no text");
  EXPECT_EQ(broken_rule(page, body_of({0})), "");
  EXPECT_EQ(broken_rule(page_of("<p>Menu</p>"), body_of({})), "") << "labels are no prose";
}

TEST(Invariants, ABodyIsNotAHundredthOfTheProse) {
  const Page page = page_of("<p>Menu</p>" + paragraphs(1, 150));
  EXPECT_EQ(broken_rule(page, body_of({0})), "little text");
  EXPECT_EQ(broken_rule(page, body_of({1})), "little text");
  EXPECT_EQ(broken_rule(page, body_of({1, 2})), "");
}

TEST(Invariants, ProseOfFurnitureDoesNotCount) {
  const Page page = page_of("<p>Menu</p><footer>" + paragraphs(1, 1) + "</footer>" +
                            "<div class=comments>" + paragraphs(2, 1) + "</div>");
  EXPECT_EQ(broken_rule(page, body_of({})), "");
  EXPECT_TRUE(last_resort(page).blocks.empty());
}

TEST(Invariants, TheLastResortIsAllProseIfThereIsSome) {
  std::vector<std::size_t> eight(8);
  std::iota(eight.begin(), eight.end(), std::size_t{0});
  EXPECT_EQ(last_resort(page_of(paragraphs(1, 8))).blocks, eight);
  EXPECT_TRUE(last_resort(page_of(paragraphs(1, 2))).blocks.empty())
      << "two sentences may tell of the publisher";
}

}  // namespace
}  // namespace dateline::indexer::page::invariants_test
