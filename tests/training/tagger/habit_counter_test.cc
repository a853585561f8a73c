#include "training/tagger/habit_counter.h"

#include <gtest/gtest.h>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::training {
namespace {

using indexer::Habit;

Habit habit_of(const indexer::WordHabits& habits, std::string_view word) {
  return habits.of(indexer::split_words(word, &indexer::Lexicon::get()).front().key);
}

TEST(HabitCounter, CountsHowWordsAreWrittenWithinSentences) {
  HabitCounter counter;
  for (int i = 0; i < 3; ++i) {
    counter.add("Relief came to Zorvak and relief was late.\nThen the mint of Zorvak was Mint.\n");
  }
  const auto habits = counter.habits();
  EXPECT_EQ(habit_of(habits, "relief"), Habit::kAlwaysSmall);
  EXPECT_EQ(habit_of(habits, "late"), Habit::kAlwaysSmall);
  EXPECT_EQ(habit_of(habits, "mint"), Habit::kEither);
  EXPECT_EQ(habit_of(habits, "Zorvak"), Habit::kUnknown);
}

TEST(HabitCounter, LeavesOutSentencesInCapitalsAndWhatIsMetOnce) {
  HabitCounter counter;
  for (int i = 0; i < 3; ++i) counter.add("Relief Comes Late\n");
  counter.add("it was a slip\n");
  EXPECT_EQ(counter.habits().size(), 0U);
}

}  // namespace
}  // namespace dateline::training
