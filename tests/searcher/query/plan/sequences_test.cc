#include "searcher/query/plan/sequences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/base/strings.h"

namespace dateline::query::sequences_test {
namespace {

Plan forms(std::vector<std::string> texts) {
  return make_leaf(Plan::Kind::kForms, nullptr, std::move(texts));
}
Plan phrase(std::vector<Plan> children) {
  return make_list(Plan::Kind::kPhrase, std::move(children));
}
Plan any(std::vector<Plan> children) { return make_list(Plan::Kind::kOr, std::move(children)); }

std::string print(const Sequence& sequence) {
  std::vector<std::string> words;
  for (const FormSet& set : sequence) words.push_back(join(set, "|"));
  return join(words, " ");
}

// Ways with "; " between them; "too many" where there are more than `most`.
std::string ways_of(const Plan& plan, std::size_t most = 100) {
  const auto ways = sequences_of(plan, most);
  if (!ways) return "too many";
  std::vector<std::string> out;
  for (const Sequence& way : *ways) out.push_back(print(way));
  return join(out, "; ");
}

TEST(Sequences, AWordIsOneWayOfOneSet) {
  EXPECT_EQ(ways_of(forms({"vote"})), "vote");
  EXPECT_EQ(ways_of(forms({"vote", "votes"})), "vote|votes");
}

TEST(Sequences, ACompoundInAPhraseIsTwoWays) {
  const Plan compound = any({phrase({forms({"non"}), forms({"binding"})}), forms({"nonbinding"})});
  EXPECT_EQ(ways_of(phrase({compound, forms({"vote"})})), "nonbinding vote; non binding vote");
  EXPECT_EQ(ways_of(compound), "nonbinding; non binding");
}

TEST(Sequences, AlternativesOfOneWordAreOneSet) {
  EXPECT_EQ(ways_of(any({forms({"a"}), forms({"b", "c"}), forms({"d"})})), "a|b|c|d");
}

TEST(Sequences, EveryWayIsTakenWithEveryOther) {
  const auto twofold = [](const std::string& letter) {
    return any({forms({letter}), phrase({forms({letter}), forms({letter})})});
  };
  EXPECT_EQ(ways_of(phrase({twofold("a"), twofold("b")})), "a b; a b b; a a b; a a b b");
}

TEST(Sequences, WhatNothingMatchesHasNoWay) {
  EXPECT_EQ(ways_of(Plan{}), "");
  EXPECT_EQ(ways_of(phrase({forms({"a"}), Plan{}})), "");
  EXPECT_EQ(ways_of(any({forms({"a"}), Plan{}})), "a");
}

TEST(Sequences, MoreWaysThanAskedForAreNone) {
  std::vector<Plan> words;
  for (int i = 0; i < 5; ++i) {
    words.push_back(any({forms({"a"}), phrase({forms({"b"}), forms({"c"})})}));
  }
  EXPECT_EQ(ways_of(phrase(words), 31), "too many");
  EXPECT_NE(ways_of(phrase(words), 32), "too many");
}

TEST(Sequences, ALongPhraseIsOneWay) {
  std::vector<Plan> words(1000, forms({"a"}));
  const auto ways = sequences_of(phrase(std::move(words)), 1);
  ASSERT_TRUE(ways);
  ASSERT_EQ(ways->size(), 1U);
  EXPECT_EQ(ways->front().size(), 1000U);
}

TEST(Choices, AreOneWayOfEachOperand) {
  const Plan compound = any({phrase({forms({"back"}), forms({"up"})}), forms({"backup"})});
  const auto choices = choices_of({compound, forms({"vote"}), compound}, 100);
  ASSERT_TRUE(choices);
  std::vector<std::string> printed;
  for (const Choice& choice : *choices) {
    std::vector<std::string> ways;
    for (const Sequence& way : choice) ways.push_back(print(way));
    printed.push_back(join(ways, ", "));
  }
  EXPECT_EQ(printed, (std::vector<std::string>{"backup, vote, backup", "backup, vote, back up",
                                               "back up, vote, backup", "back up, vote, back up"}));
  EXPECT_FALSE(choices_of({compound, compound}, 3));
  EXPECT_TRUE(choices_of({compound, compound}, 4));
  EXPECT_EQ(choices_of({}, 1)->size(), 1U) << "of nothing there is one choice, which is empty";
  EXPECT_TRUE(choices_of({compound, Plan{}}, 100)->empty());
}

TEST(Choices, DistinctWordsAreSingleAndShareNoForm) {
  const Sequence a{{"a", "b"}};
  EXPECT_TRUE(are_distinct_words({a, {{"c"}}}));
  EXPECT_TRUE(are_distinct_words({{{"a", "a"}}, {{"c"}}})) << "one set may repeat a form";
  EXPECT_FALSE(are_distinct_words({a, {{"c", "b"}}}));
  EXPECT_FALSE(are_distinct_words({a, {{"c"}, {"d"}}}));
  EXPECT_TRUE(are_distinct_words({}));
}

TEST(Sequences, WordsAreCountedWithAllTheirForms) {
  EXPECT_EQ(words_of({}), 0U);
  EXPECT_EQ(words_of({{{"a", "b"}, {"c"}}, {{"d"}}}), 4U);
}

// The slow way: all texts that a plan matches, one form at each place.
std::vector<std::string> texts_of(const Plan& plan) {
  if (plan.kind == Plan::Kind::kForms) return plan.texts;
  std::vector<std::string> out;
  if (plan.kind == Plan::Kind::kOr) {
    for (const Plan& child : plan.children) {
      for (std::string& text : texts_of(child)) out.push_back(std::move(text));
    }
  } else if (plan.kind == Plan::Kind::kPhrase) {
    out = {""};
    for (const Plan& child : plan.children) {
      std::vector<std::string> longer;
      for (const std::string& front : out) {
        for (const std::string& text : texts_of(child)) {
          longer.push_back(front.empty() ? text : front + " " + text);
        }
      }
      out = std::move(longer);
    }
  }
  return out;
}

Plan random_plan(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 3 == 0) {
    std::vector<std::string> texts;
    for (std::size_t i = 1 + random() % 2; i > 0; --i) {
      texts.emplace_back(1, static_cast<char>('a' + random() % 6));
    }
    return forms(texts);
  }
  std::vector<Plan> children;
  for (std::size_t i = 1 + random() % 3; i > 0; --i) {
    children.push_back(random_plan(random, depth - 1));
  }
  return random() % 2 == 0 ? phrase(std::move(children)) : any(std::move(children));
}

TEST(Sequences, MatchWhatThePlanMatches) {
  std::mt19937 random(53);
  for (int round = 0; round < 300; ++round) {
    const Plan plan = random_plan(random, 3);
    const auto ways = sequences_of(plan, 100'000);
    ASSERT_TRUE(ways);
    std::vector<std::string> found;
    for (const Sequence& way : *ways) {
      std::vector<Plan> words;
      for (const FormSet& set : way) words.push_back(forms(set));
      for (std::string& text : texts_of(phrase(std::move(words)))) found.push_back(std::move(text));
    }
    std::vector<std::string> expected = texts_of(plan);
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected) << print(plan);
  }
}

}  // namespace
}  // namespace dateline::query::sequences_test
