#include "indexer/entities/model/word_habits.h"

#include <gtest/gtest.h>

#include "indexer/entities/model/shipped_model.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::word_habits_test {
namespace {

std::uint64_t key_of(std::string_view word) {
  return split_words(word, &Lexicon::get()).front().key;
}

bool is_small(Habit habit) { return habit == Habit::kAlwaysSmall || habit == Habit::kMostlySmall; }

TEST(WordHabits, TellsOnlyTheWordsThatItHas) {
  const WordHabits none;
  EXPECT_EQ(none.of(key_of("relief")), Habit::kUnknown);
  const WordHabits one({{WordHabits::hash_of(key_of("relief")), Habit::kMostlySmall}});
  EXPECT_EQ(one.of(key_of("Relief")), Habit::kMostlySmall);
  EXPECT_EQ(one.of(key_of("Tarlo")), Habit::kUnknown);
}

TEST(WordHabits, GivesBackItsRowsInOrder) {
  const WordHabits habits({{0, Habit::kAlwaysSmall}, {8, Habit::kEither}, {9, Habit::kEither}});
  ASSERT_EQ(habits.rows().size(), 3U);
  EXPECT_EQ(habits.rows()[0].word, 0U);
  EXPECT_EQ(habits.rows()[0].habit, Habit::kAlwaysSmall);
  EXPECT_EQ(habits.rows()[2].word, 9U);
}

TEST(WordHabits, TheShippedOnesTellWordsFromNames) {
  ASSERT_TRUE(shipped_model());
  const WordHabits& habits = shipped_model()->habits();
  for (const char* word : {"efforts", "explains", "yesterday", "negotiations"}) {
    EXPECT_TRUE(is_small(habits.of(key_of(word)))) << word;
  }
  for (const char* name : {"Tarlo", "Nairobi", "Soleimani", "Microsoft"}) {
    EXPECT_FALSE(is_small(habits.of(key_of(name)))) << name;
  }
}

}  // namespace
}  // namespace dateline::indexer::word_habits_test
