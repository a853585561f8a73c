#include "searcher/query/vocabulary/word_sets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "searcher/query/vocabulary/hyphenated_set.h"
#include "searcher/query/vocabulary/name_sets.h"

namespace dateline::query::word_sets_test {
namespace {

using Kind = WordSetSpec::Kind;

constexpr std::array kWords{
    "vote",       "voter",      "votes", "wote",       "soleimani", "suleimani", "state-of-the-art",
    "mark esper", "marc esper", "votre", "b\xC3\xBCro"};

// A set may keep what it met last, so each is asked from the beginning.
std::vector<std::string> of(WordSet& set) {
  std::vector<std::string> out;
  std::vector<std::string> sorted(kWords.begin(), kWords.end());
  std::sort(sorted.begin(), sorted.end());
  for (const std::string& word : sorted) {
    if (word.substr(0, set.beginning().size()) == set.beginning() && set.look(word).in) {
      out.push_back(word);
    }
  }
  return out;
}

TEST(WordSets, MadeAgainTheyHaveTheSameWords) {
  std::vector<std::unique_ptr<WordSet>> sets;
  sets.push_back(wildcard_set("vot*", Signs::kAsWritten));
  sets.push_back(wildcard_set("mar* esper", Signs::kAny));
  sets.push_back(fuzzy_set("vote", 1));
  sets.push_back(beginning_set("vot", 1));
  sets.push_back(std::make_unique<HyphenatedSet>("stateoftheart"));
  sets.push_back(std::make_unique<SpellingSet>("suleimani", SpellingSet::Likeness::kSame));
  sets.push_back(std::make_unique<SpellingSet>("suleimani", SpellingSet::Likeness::kSurelySame));
  sets.push_back(std::make_unique<WholeNameSet>("mark", "marc esper", names::NameKind::kPerson));
  for (const auto& set : sets) {
    const auto again = word_set(set->spec());
    ASSERT_NE(again, nullptr) << set->spec().text;
    EXPECT_EQ(again->spec(), set->spec());
    EXPECT_EQ(of(*again), of(*set)) << set->spec().text;
    EXPECT_FALSE(of(*again).empty()) << set->spec().text;
  }
}

TEST(WordSets, WhatMakesNoSenseIsNone) {
  EXPECT_EQ(word_set({Kind::kWildcard, "", {}, 0}), nullptr);
  EXPECT_EQ(word_set({Kind::kWildcard, "a*", {}, 7}), nullptr);
  EXPECT_EQ(word_set({Kind::kFuzzy, "vote", {}, 3}), nullptr);
  EXPECT_EQ(word_set({Kind::kBeginning, "vote", {}, 1'000'000}), nullptr);
  EXPECT_EQ(word_set({Kind::kSpellings, "vote", {}, 2}), nullptr);
  EXPECT_EQ(word_set({Kind::kWholeNames, "mark", "mark esper", 99}), nullptr);
  EXPECT_EQ(word_set({static_cast<Kind>(99), "vote", {}, 0}), nullptr);
  EXPECT_EQ(word_set({Kind::kFuzzy, std::string(kMaxSpecBytes + 1, 'a'), {}, 1}), nullptr);
}

}  // namespace
}  // namespace dateline::query::word_sets_test
