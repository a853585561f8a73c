#include "indexer/entities/words/evidence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::evidence_test {
namespace {

constexpr auto kPerson = EntityType::kPerson;
constexpr auto kOrganisation = EntityType::kOrganisation;
constexpr auto kPlace = EntityType::kPlace;

// A text's words, and what is learnt about them.
class EvidenceTest : public ::testing::Test {
 protected:
  void read(std::string_view text) { words_ = split_words(text, &Lexicon::get()); }

  static Candidate sure(std::uint32_t first, std::uint32_t last, EntityType type) {
    return {first, last, type, Certainty::kSure, false};
  }
  static Candidate guess(std::uint32_t first, std::uint32_t last, EntityType type) {
    return {first, last, type, Certainty::kGuess, false};
  }
  static Candidate unknown(std::uint32_t first, std::uint32_t last) {
    return {first, last, kOrganisation, Certainty::kUnknown, false};
  }

  std::vector<Word> words_;
};

TEST_F(EvidenceTest, KnowsTheWordsThatTheTextWritesSmall) {
  read("Gendarmes came; more gendarmes left Quarnby");
  const Evidence evidence(words_);
  EXPECT_TRUE(evidence.written_small(words_[0].key));
  EXPECT_FALSE(evidence.written_small(words_.back().key));
}

TEST_F(EvidenceTest, ASurnameIsAPersonWhereItsFullNameStands) {
  read("Boris Vantreight met Vantreight");
  Evidence evidence(words_);
  evidence.learn(sure(0, 2, kPerson));
  EXPECT_EQ(evidence.type_of(unknown(3, 4)), kPerson);
  EXPECT_TRUE(evidence.is_surname(unknown(3, 4)));
  EXPECT_FALSE(evidence.is_surname(unknown(0, 1))) << "a given name is none";
}

TEST_F(EvidenceTest, AGuessedNameGivesNoSurname) {
  read("Boris Vantreight met Vantreight");
  Evidence evidence(words_);
  evidence.learn(guess(0, 2, kPerson));
  EXPECT_EQ(evidence.type_of(unknown(3, 4)), kPerson);
  EXPECT_FALSE(evidence.is_surname(unknown(3, 4)));
}

TEST_F(EvidenceTest, NothingIsLearntFromWhatIsUnknown) {
  read("Quarn Quarn");
  Evidence evidence(words_);
  evidence.learn(unknown(0, 1));
  EXPECT_EQ(evidence.type_of(unknown(1, 2)), std::nullopt);
}

TEST_F(EvidenceTest, AnOrganisationIsKnownByItsFirstWord) {
  read("Zephyrion Widgets fell as Zephyrion");
  Evidence evidence(words_);
  evidence.learn(sure(0, 2, kOrganisation));
  EXPECT_EQ(evidence.type_of(unknown(4, 5)), kOrganisation);
}

TEST_F(EvidenceTest, WhatIsSureOutweighsGuesses) {
  read("Quarn Quarn Quarn Quarn");
  Evidence evidence(words_);
  evidence.learn(guess(0, 1, kPlace));
  evidence.learn(guess(1, 2, kPlace));
  evidence.learn(sure(2, 3, kPerson));
  EXPECT_EQ(evidence.type_of(unknown(3, 4)), kPerson);
}

TEST_F(EvidenceTest, VotesAreCountedByWeight) {
  read("Quarn Quarn Quarn Other");
  Evidence evidence(words_);
  evidence.vote(unknown(0, 1), kPlace, 2);
  evidence.vote(unknown(1, 2), kPerson, 1);
  EXPECT_EQ(evidence.voted(unknown(2, 3)), kPlace);
  evidence.vote(unknown(2, 3), kPerson, 3);
  EXPECT_EQ(evidence.voted(unknown(0, 1)), kPerson);
  EXPECT_EQ(evidence.voted(unknown(3, 4)), std::nullopt);
}

TEST_F(EvidenceTest, TheLongestKnownNameIsFound) {
  read("New Quarnby Bay Road and New Quarnby Bay");
  Evidence evidence(words_);
  evidence.learn(sure(0, 2, kPlace));
  evidence.learn(sure(0, 3, kPlace));
  EXPECT_EQ(evidence.longest_known(5, 8), 8U);
  EXPECT_EQ(evidence.longest_known(5, 7), 7U) << "not beyond the run";
  EXPECT_EQ(evidence.longest_known(4, 8), 0U);
}

TEST(KeySet, HoldsWhatWasPutIn) {
  KeySet set(1000);
  for (std::uint64_t key = 1; key <= 1000; ++key) set.insert(key * 0x9E3779B97F4A7C15ULL);
  for (std::uint64_t key = 1; key <= 1000; ++key)
    EXPECT_TRUE(set.contains(key * 0x9E3779B97F4A7C15ULL));
  for (std::uint64_t key = 1001; key <= 2000; ++key)
    EXPECT_FALSE(set.contains(key * 0x9E3779B97F4A7C15ULL));
}

TEST(KeySet, StaysQuickWhereKeysCollide) {
  KeySet set(100'000);
  // Keys that differ in no bit that chooses a place: some are forgotten, none is looked for at
  // length.
  for (std::uint64_t key = 0; key < 100'000; ++key) set.insert((key << 33U) | (key << 1U) | 1U);
  EXPECT_FALSE(set.contains(0xABCDEF));
}

TEST(KeySet, OfNothingIsEmpty) { EXPECT_FALSE(KeySet(0).contains(1)); }

}  // namespace
}  // namespace dateline::indexer::evidence_test
