#include "searcher/query/revision/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/schema/fields.h"

namespace dateline::query::spelling_test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kPrefix = "XA";

// 300 articles: all have "troops", 40 "troop", 2 "tropes" and one "trophy".
const Xapian::Database& archive() {
  static const Xapian::WritableDatabase db = [] {
    Xapian::WritableDatabase made(std::string(), Xapian::DB_BACKEND_INMEMORY);
    for (int i = 0; i < 300; ++i) {
      Xapian::Document document;
      const auto add = [&](std::string_view word) {
        document.add_term(schema::make_term(kPrefix, word));
      };
      add("troops");
      if (i < 40) add("troop");
      if (i < 2) add("tropes");
      if (i < 1) add("trophy");
      made.add_document(document);
    }
    return made;
  }();
  return db;
}

std::vector<std::string> words(const std::vector<Respelled>& found) {
  std::vector<std::string> out;
  for (const Respelled& one : found) out.push_back(one.word);
  return out;
}

TEST(Spelling, TheLikeliestComeFirst) {
  Vocabulary vocabulary(archive());
  EXPECT_THAT(words(spellings_near(vocabulary, "trops", {kPrefix}, 3)),
              ElementsAre("troops", "tropes"));
}

TEST(Spelling, WordsThatMayNotBeToldOfAreNoneAndTheNextTakeTheirPlace) {
  std::vector<std::string> asked;
  Vocabulary vocabulary(archive(), Vocabulary::kBudget, {}, [&](const std::string& term) {
    asked.push_back(term);
    return term != schema::make_term(kPrefix, "troops");
  });
  EXPECT_THAT(words(spellings_near(vocabulary, "trops", {kPrefix}, 1)), ElementsAre("tropes"));
  EXPECT_THAT(asked, ::testing::Not(::testing::Contains(schema::make_term(kPrefix, "trophy"))))
      << "to ask takes long, and it is no choice";
}

TEST(Spelling, NobodyIsAskedOfWordsOnceTimeIsUp) {
  // All words that are "trops" but for one letter, of which none may be told.
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (std::size_t at = 0; at < 5; ++at) {
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      std::string word = "trops";
      word[at] = letter;
      document.add_term(schema::make_term(kPrefix, word));
    }
  }
  db.add_document(document);
  std::size_t asked = 0;
  Vocabulary vocabulary(
      db, Vocabulary::kBudget, [&] { return asked > 0; },
      [&](const std::string& /*term*/) { return ++asked == 0; });
  EXPECT_THAT(spellings_near(vocabulary, "trops", {kPrefix}, 1), IsEmpty());
  EXPECT_GT(asked, 0U);
  EXPECT_LE(asked, 64U) << "the clock is read once for so many";
}

TEST(Spelling, NothingIsLookedThroughWhereNothingCouldBeLikely) {
  Vocabulary vocabulary(archive());
  const std::size_t before = vocabulary.budget();
  EXPECT_THAT(spellings_near(vocabulary, "troop", {kPrefix}, 3, likelihood(40)), IsEmpty());
  EXPECT_EQ(vocabulary.budget(), before);
}

TEST(Spelling, WhatIsLikelierIsFoundAllTheSame) {
  Vocabulary vocabulary(archive());
  const auto found = spellings_near(vocabulary, "trooos", {kPrefix}, 1, likelihood(0));
  ASSERT_THAT(words(found), ElementsAre("troops"));
  EXPECT_GT(found.front().likelihood, likelihood(0));
}

}  // namespace
}  // namespace dateline::query::spelling_test
