#include "corpus/generator/words/vocabulary.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <set>

#include "corpus/generator/words/ranks.h"

namespace dateline::corpus {
namespace {

TEST(Vocabulary, BeginsWithFunctionWords) {
  const Vocabulary words;
  EXPECT_EQ(words.word(1), "the");
  EXPECT_EQ(words.word(2), "of");
  EXPECT_EQ(words.word(Vocabulary::function_words()), "yet");
}

TEST(Vocabulary, GivesEachRankASpellingOfItsOwn) {
  const Vocabulary words;
  std::set<std::string> seen;
  for (std::uint64_t rank = 1; rank <= 150'000; ++rank) {
    ASSERT_TRUE(seen.insert(words.word(rank)).second) << words.word(rank) << " at " << rank;
  }
}

TEST(Vocabulary, SpellsRareWordsLonger) {
  const Vocabulary words;
  EXPECT_LE(words.word(1000).size(), 8U);
  EXPECT_GE(words.word(10'000'000).size(), 8U);
  EXPECT_LE(words.word(RankSampler::kMaxRank).size(), 26U);
}

// Else one word's forms would not find each other, and answers would not be what facts say.
TEST(Vocabulary, EnglishStemmerTakesEndingsOffAgain) {
  const Vocabulary words;
  const Xapian::Stem stem("en");
  for (std::uint64_t i = 1; i <= 30'000; ++i) {
    const std::string word = words.word(Vocabulary::function_words() + i);
    const std::string stemmed = stem(word);
    ASSERT_EQ(stem(word + "s"), stemmed) << word;
    ASSERT_EQ(stem(word + "ed"), stemmed) << word;
    ASSERT_EQ(stem(word + "ing"), stemmed) << word;
  }
}

TEST(Syllables, AreOneForEachNumber) {
  std::set<std::string> seen;
  for (std::uint64_t number = 0; number < 30'000; ++number) {
    std::string out;
    append_syllables(out, number);
    ASSERT_TRUE(seen.insert(out).second) << out;
  }
}

}  // namespace
}  // namespace dateline::corpus
