#include "searcher/search/similar/word_runs.h"

#include <gtest/gtest.h>

#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

std::vector<std::uint64_t> runs_of(const std::string& body) {
  return word_runs(testing::make_article("a", "", body));
}

TEST(WordRunsTest, RunsAreOfThreeWordsAndEachIsOnce) {
  EXPECT_EQ(runs_of("one two").size(), 0U);
  EXPECT_EQ(runs_of("one two three").size(), 1U);
  EXPECT_EQ(runs_of("one two three, ONE TWO three").size(), 3U);
  EXPECT_NE(runs_of("one two three"), runs_of("three two one"));
}

TEST(WordRunsTest, ThePartInCommonIsOfTheSmallerSet) {
  const auto whole = runs_of("the minister said that taxes on tea would fall in May");
  EXPECT_DOUBLE_EQ(common_part(whole, whole), 1);
  EXPECT_DOUBLE_EQ(common_part(whole, runs_of("taxes on tea would")), 1);
  EXPECT_DOUBLE_EQ(common_part(runs_of("taxes on tea must"), whole), 0.5);
  EXPECT_DOUBLE_EQ(common_part(whole, {}), 0);
  EXPECT_DOUBLE_EQ(common_part(whole, runs_of("nothing of all this")), 0);
}

}  // namespace
}  // namespace dateline::search
