// Sets of words, asked in order as an index asks them, against asking each word by itself.
#include "searcher/query/vocabulary/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/base/edit_rows.h"

namespace dateline::query::pattern_test {
namespace {

// Few letters, so that words are near each other; some of several bytes.
std::set<std::string> random_words(std::mt19937& random, std::size_t count) {
  static const std::vector<std::string> kLetters{"a", "b", "c", "é", "к", "1"};
  std::set<std::string> words;
  while (words.size() < count) {
    std::string word;
    for (auto length = 1 + random() % 7; length > 0; --length) {
      word += kLetters[random() % kLetters.size()];
    }
    words.insert(word);
  }
  return words;
}

// The words of the set, jumping as the set says; `looked` counts those that were asked for.
std::set<std::string> walk(WordSet& set, const std::set<std::string>& words, std::size_t& looked) {
  std::set<std::string> found;
  auto at = words.lower_bound(set.beginning());
  while (at != words.end()) {
    if (at->compare(0, set.beginning().size(), set.beginning()) != 0) break;
    ++looked;
    const WordSet::Verdict verdict = set.look(*at);
    if (verdict.in) found.insert(*at);
    if (verdict.next.empty()) {
      ++at;
    } else {
      EXPECT_GT(verdict.next, *at);
      at = words.lower_bound(verdict.next);
    }
  }
  return found;
}

TEST(FuzzySet, JumpsOverNoWordThatIsNear) {
  std::mt19937 random(7);
  const auto words = random_words(random, 20'000);
  std::size_t looked = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string asked = *random_words(random, 1).begin();
    for (const std::size_t edits : {1U, 2U}) {
      const auto set = fuzzy_set(asked, edits);
      std::set<std::string> near;
      for (const std::string& word : words) {
        if (edit_distance(to_code_points(asked), to_code_points(word)) <= edits) near.insert(word);
      }
      EXPECT_EQ(walk(*set, words, looked), near) << asked << "~" << edits;
    }
  }
  EXPECT_LT(looked, words.size() * 120 / 4);
}

TEST(FuzzySet, KeepsCompoundsOut) {
  const auto set = fuzzy_set("nonbinding", 1);
  std::size_t looked = 0;
  EXPECT_EQ(walk(*set, {"non-binding", "nonbindin", "nonbinding"}, looked),
            (std::set<std::string>{"nonbindin", "nonbinding"}));
}

bool begins_near(const std::u32string& asked, const std::u32string& word) {
  for (std::size_t length = 1; length <= word.size(); ++length) {
    const std::u32string head = word.substr(0, length);
    if (edit_distance(asked, head) > 1) continue;
    if (head.back() == asked.back()) return true;
    const bool swapped =
        asked.size() > 1 && length > 1 &&
        head.substr(length - 2) == std::u32string{asked.back(), asked[asked.size() - 2]};
    if (swapped) return true;
  }
  return false;
}

TEST(BeginningSet, HasTheWordsThatBeginSo) {
  std::mt19937 random(11);
  const auto words = random_words(random, 20'000);
  std::size_t looked = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string asked = *random_words(random, 1).begin();
    std::set<std::string> exact;
    std::set<std::string> near;
    for (const std::string& word : words) {
      if (word.rfind(asked, 0) == 0) exact.insert(word);
      if (begins_near(to_code_points(asked), to_code_points(word))) near.insert(word);
    }
    EXPECT_EQ(walk(*beginning_set(asked, 0), words, looked), exact) << asked;
    EXPECT_EQ(walk(*beginning_set(asked, 1), words, looked), near) << asked;
  }
}

}  // namespace
}  // namespace dateline::query::pattern_test
