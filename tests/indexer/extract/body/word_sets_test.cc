#include "indexer/extract/body/word_sets.h"

#include <gtest/gtest.h>

#include <bit>

namespace dateline::indexer::page::word_sets_test {
namespace {

TEST(WordSet, TellsWhichOfItsWordsATextHas) {
  const WordSet set("The harbour Board closes the bridge");
  EXPECT_EQ(set.size(), 4U) << "words of three letters are left out";
  EXPECT_EQ(std::popcount(set.in("BRIDGE and harbour, harbour")), 2);
  EXPECT_EQ(set.in("bridges"), 0U);
  EXPECT_EQ(WordSet("").in("anything at all"), 0U);
}

TEST(WordRuns, AreThoseOfFourWords) {
  EXPECT_TRUE(word_runs("one two three").empty());
  EXPECT_EQ(word_runs("One, two - three four").size(), 1U);
  EXPECT_EQ(word_runs("one two three four"), word_runs("ONE (two) three: four!"));
  EXPECT_NE(word_runs("one two three four"), word_runs("four three two one"));
  EXPECT_EQ(word_runs("a b c d a b c d a b c d").size(), 4U) << "each once";
}

}  // namespace
}  // namespace dateline::indexer::page::word_sets_test
