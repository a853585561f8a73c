#include "searcher/query/language/filters.h"

#include <gtest/gtest.h>

#include <string>

#include "searcher/query/language/parser.h"

namespace dateline::query::filters_test {
namespace {

// What is left without filters by source; "=" in front where there were none.
std::string without_source(const std::string& text, Match match = Match::kAll) {
  auto parsed = parse(text, match);
  EXPECT_TRUE(parsed && parsed->tree) << text;
  const bool dropped = drop_filters(*parsed->tree, schema::field(schema::FieldId::kSource));
  return (dropped ? "" : "=") + print(*parsed->tree);
}

TEST(Filters, AtTheTopAreDropped) {
  EXPECT_EQ(without_source("flood source:x"), "flood");
  EXPECT_EQ(without_source("source:x flood AND source:\"the post\" road"), "(flood AND road)");
  EXPECT_EQ(without_source("flood +source:x"), "flood");
  EXPECT_EQ(without_source("flood source:(x OR y)"), "flood");
  EXPECT_EQ(without_source("flood (source:x OR source:y)"), "flood");
  EXPECT_EQ(without_source("flood source:x NOT road"), "(flood AND NOT road)");
}

TEST(Filters, ThatAreAllOfAQueryLeaveEverything) {
  EXPECT_EQ(without_source("source:x"), "*");
  EXPECT_EQ(without_source("source:x OR source:y"), "*");
  EXPECT_EQ(without_source("source:x source:y"), "*");
}

TEST(Filters, ThatSayMoreOrStandDeeperOrDenyStay) {
  for (const char* text :
       {"flood", "flood section:x", "source:x OR flood", "flood NOT source:x",
        "flood (road OR source:x)", "flood (source:x OR section:y)", "flood entity:x"}) {
    const auto parsed = parse(text, Match::kAll);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(without_source(text), "=" + print(*parsed->tree)) << text;
  }
}

TEST(Filters, AreNoneWhereAnyOfTheWordsWillDo) {
  EXPECT_EQ(without_source("flood source:x", Match::kAny), "=(flood OR source:x)");
}

}  // namespace
}  // namespace dateline::query::filters_test
