#include "searcher/query/vocabulary/vocabulary.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/base/strings.h"
#include "common/schema/fields.h"
#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query::vocabulary_test {
namespace {

constexpr std::string_view kOne = "XA";
constexpr std::string_view kTwo = "XB";

// An index of terms behind two prefixes, each in so many articles.
class Terms {
 public:
  void add(std::string_view prefix, const std::string& word, int articles) {
    for (int i = 0; i < articles; ++i) {
      Xapian::Document document;
      document.add_term(schema::make_term(prefix, word));
      db_.add_document(document);
    }
  }
  const Xapian::Database& db() const { return db_; }

 private:
  Xapian::WritableDatabase db_{std::string(), Xapian::DB_BACKEND_INMEMORY};
};

// "vote 3, votes 1"
std::string walked(Vocabulary& vocabulary, const std::vector<std::string_view>& prefixes,
                   std::string_view pattern, Signs signs = Signs::kAsWritten) {
  const auto set = wildcard_set(pattern, signs);
  std::vector<std::string> out;
  const bool whole =
      vocabulary.walk(prefixes, *set, [&](std::string_view word, std::uint64_t count) {
        out.push_back(std::string(word) + " " + std::to_string(count));
      });
  return join(out, ", ") + (whole ? "" : " …");
}

Terms small_terms() {
  Terms terms;
  terms.add(kOne, "vote", 3);
  terms.add(kOne, "votes", 1);
  terms.add(kOne, "voter", 2);
  terms.add(kOne, "vow", 5);
  terms.add(kTwo, "vote", 4);
  terms.add(kTwo, "voting", 1);
  terms.add("XAB", "vote", 9);  // a longer prefix: none of the first's words
  return terms;
}

TEST(Vocabulary, KnowsAWordBehindItsPrefixAlone) {
  const Terms terms = small_terms();
  Vocabulary vocabulary(terms.db());
  EXPECT_TRUE(vocabulary.has(kOne, "vow"));
  EXPECT_FALSE(vocabulary.has(kTwo, "vow"));
  EXPECT_FALSE(vocabulary.has(kOne, "vo"));
  EXPECT_EQ(vocabulary.articles_with(kOne, "vote"), 3U);
  EXPECT_EQ(vocabulary.articles_with(kTwo, "vote"), 4U);
  EXPECT_EQ(vocabulary.articles_with(kTwo, "vow"), 0U);
  EXPECT_EQ(vocabulary.shards(), 1U);
}

TEST(Vocabulary, WalksAscendingAndAddsUpThePrefixes) {
  const Terms terms = small_terms();
  Vocabulary vocabulary(terms.db());
  EXPECT_EQ(walked(vocabulary, {kOne}, "vot*"), "vote 3, voter 2, votes 1");
  EXPECT_EQ(walked(vocabulary, {kOne, kTwo}, "vot*"), "vote 7, voter 2, votes 1, voting 1");
  EXPECT_EQ(walked(vocabulary, {kOne, kTwo}, "v?w"), "vow 5");
  EXPECT_EQ(walked(vocabulary, {kOne}, "x*"), "");
  EXPECT_EQ(walked(vocabulary, {}, "vot*"), "");
}

TEST(Vocabulary, AWalkEndsWithItsBudget) {
  const Terms terms = small_terms();
  Vocabulary vocabulary(terms.db(), 2);
  EXPECT_EQ(walked(vocabulary, {kOne}, "vot*"), "vote 3, voter 2 …");
  EXPECT_EQ(vocabulary.budget(), 0U);
  EXPECT_EQ(walked(vocabulary, {kOne}, "vow*"), " …") << "all walks share it";
}

TEST(Vocabulary, AWalkEndsWhenTimeIsUp) {
  Terms terms;
  for (int i = 0; i < 2000; ++i) terms.add(kOne, "w" + std::to_string(i), 1);
  bool is_late = false;
  Vocabulary vocabulary(terms.db(), Vocabulary::kBudget, [&] { return is_late; });
  const auto set = wildcard_set("w*", Signs::kAsWritten);
  std::size_t met = 0;
  EXPECT_FALSE(vocabulary.walk({kOne}, *set, [&](std::string_view, std::uint64_t) {
    ++met;
    is_late = true;
  }));
  EXPECT_LT(met, 2000U);
  for (int i = 0; i < 100; ++i) vocabulary.has(kOne, "w1");
  EXPECT_FALSE(vocabulary.has(kOne, "w1")) << "and then no word is known";
  EXPECT_EQ(vocabulary.articles_with(kOne, "w1"), 0U);
}

TEST(Vocabulary, NoWordIsLookedAtOnceTimeIsUp) {
  const Terms terms = small_terms();
  std::size_t asked = 0;
  Vocabulary vocabulary(terms.db(), Vocabulary::kBudget, [&] { return ++asked > 1; });
  // The time is up when the words behind the second prefix are to be opened, in this walk and all.
  EXPECT_EQ(walked(vocabulary, {kOne, kTwo}, "vot*"), " …");
  EXPECT_EQ(walked(vocabulary, {kOne}, "vot*"), " …");
  EXPECT_EQ(asked, 2U);
}

TEST(Vocabulary, TheMostFrequentAreKeptAndTheOthersCounted) {
  const Terms terms = small_terms();
  Vocabulary vocabulary(terms.db());
  const auto set = wildcard_set("vo*", Signs::kAsWritten);
  const Expansion two = vocabulary.expand({kOne}, *set, 2);
  EXPECT_EQ(two.words, (std::vector<std::string>{"vow", "vote"}));
  EXPECT_EQ(two.matching, 4U);
  EXPECT_TRUE(two.complete);
  EXPECT_TRUE(vocabulary.expand({kOne}, *set, 0).words.empty());
  EXPECT_EQ(vocabulary.expand({kOne, kTwo}, *set, 100).words.front(), "vote");
}

TEST(Vocabulary, OfEqualsTheFirstByBytesAreKept) {
  Terms terms;
  for (const char* word : {"c", "a", "d", "b"}) terms.add(kOne, word, 2);
  Vocabulary vocabulary(terms.db());
  const auto set = wildcard_set("?", Signs::kAsWritten);
  EXPECT_EQ(vocabulary.expand({kOne}, *set, 3).words, (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Vocabulary, WhatIsNotShownIsNotThere) {
  const Terms terms = small_terms();
  const auto shows = [](const std::string& term) { return term != "XAvow" && term != "XBvote"; };
  Vocabulary vocabulary(terms.db(), Vocabulary::kBudget, {}, shows);
  EXPECT_FALSE(vocabulary.has(kOne, "vow"));
  EXPECT_EQ(vocabulary.articles_with(kOne, "vow"), 0U);
  EXPECT_EQ(walked(vocabulary, {kOne}, "vo*"), "vote 3, voter 2, votes 1");
  const auto set = wildcard_set("vo*", Signs::kAsWritten);
  EXPECT_EQ(vocabulary.expand({kOne}, *set, 1).words, (std::vector<std::string>{"vote"}));
}

TEST(Vocabulary, RandomWordsAreAllMet) {
  std::mt19937 random(59);
  Terms terms;
  std::map<std::string, int> expected;
  for (int i = 0; i < 400; ++i) {
    std::string word;
    for (std::size_t length = 1 + random() % 4; length > 0; --length) {
      word += "ab-"[random() % 3];
    }
    const int articles = 1 + static_cast<int>(random() % 3);
    const std::string_view prefix = random() % 2 == 0 ? kOne : kTwo;
    terms.add(prefix, word, articles);
    if (word[0] == 'a') expected[word] += articles;
  }
  std::vector<std::string> lines;
  for (const auto& [word, count] : expected) lines.push_back(word + " " + std::to_string(count));
  Vocabulary vocabulary(terms.db());
  EXPECT_EQ(walked(vocabulary, {kOne, kTwo}, "a*", Signs::kAny), join(lines, ", "));
}

}  // namespace
}  // namespace dateline::query::vocabulary_test
