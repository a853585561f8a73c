#include "indexer/agency/credits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::indexer::agency::credits_test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Article with_byline(std::string_view markup) {
  Article article;
  const auto tree = XmlTree::parse(markup);
  if (tree) add_byline(tree->root(), article);
  return article;
}

TEST(Credits, ALineHasPeopleAndAgencies) {
  Article article;
  add_byline("By Ann Lee and Bo Day, Associated Press", article);
  EXPECT_THAT(article.byline, ElementsAre("Ann Lee", "Bo Day"));
  EXPECT_THAT(article.agencies, ElementsAre("AP"));
}

TEST(Credits, APersonSaidToBeOneMayHaveOneName) {
  Article article;
  add_person("Banksy", article);
  EXPECT_THAT(article.byline, ElementsAre("Banksy"));
}

TEST(Credits, ACreditLineNamesNobody) {
  Article article;
  add_credit("Reuters", article);
  add_credit("Eastport Press Service", article);
  EXPECT_THAT(article.byline, IsEmpty());
  EXPECT_THAT(article.agencies, ElementsAre("Reuters"));
}

TEST(Credits, ABylinesTitleIsNoName) {
  EXPECT_THAT(with_byline("<byline>By Ann Lee<byttl>Chief Reporter</byttl></byline>").byline,
              ElementsAre("Ann Lee"));
  const Article two = with_byline(
      "<byline><person>Ann Lee</person>, <person>Bo Day</person><byttl>Reuters</byttl></byline>");
  EXPECT_THAT(two.byline, ElementsAre("Ann Lee", "Bo Day"));
  EXPECT_THAT(two.agencies, ElementsAre("Reuters"));
}

}  // namespace
}  // namespace dateline::indexer::agency::credits_test
