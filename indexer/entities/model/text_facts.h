// A text prepared for the trained tagger: its words, what the rules make of them, and which of them
// can belong to a name at all.
//
// Only those are judged: words with a capital, what the tables know as a name, and the small words,
// numbers and signs that may stand within a name. They make runs; words between runs are outside
// of names, and most sentences of most articles are mostly such words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/model/feature_hash.h"
#include "indexer/entities/model/word_features.h"
#include "indexer/entities/model/word_habits.h"
#include "indexer/entities/rules/rule_reading.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  kBlank,
  kNothing,
  kPossessive,
  kComma,
  kOpenBracket,
  kCloseBracket,
  kQuote,
  kDash,
  kSlash,
  kColon,
  kOther,
  kEnd,  // of the sentence or the text
};

// How a sentence is written.
enum class Casing : std::uint8_t { kPlain, kTitle, kUpper };

// Where a word stands in its name, as a number below 4.
constexpr unsigned place_in_name(bool first, bool last) {
  return (first ? 0U : 1U) + (last ? 2U : 0U);
}

// What the rules say of a word, as one number above 0.
constexpr std::uint8_t rule_opinion(EntityType type, bool first, bool last, Certainty certainty) {
  return static_cast<std::uint8_t>(1U + place_in_name(first, last) +
                                   4U * static_cast<unsigned>(type) +
                                   12U * static_cast<unsigned>(certainty));
}

// Instead of 0 for a word that the rules do not name because its capital proves nothing to them,
// but that is not known as an ordinary word either.
inline constexpr std::uint8_t kNoOpinion = 37;

// Words [first, last), all of which are judged.
struct Run {
  std::uint32_t first;
  std::uint32_t last;
};

struct WordFacts {
  Gap gap = Gap::kEnd;  // before it
  Casing casing = Casing::kPlain;
  std::uint8_t rule = 0;    // what the rules say: 0 no name, rule_opinion(), or kNoOpinion
  std::uint8_t phrase = 0;  // the same for entries of the tables that have several words
  std::uint8_t category = 0;
  bool small = false;  // the text has it in lower case too
  Habit habit = Habit::kUnknown;
  std::uint32_t sentence = 0;
};

class TextFacts {
 public:
  // `habits` must outlive the facts.
  TextFacts(std::string_view text, const WordHabits& habits);

  std::string_view text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  const std::vector<Run>& runs() const { return runs_; }
  const std::vector<Candidate>& rule_names() const { return rule_names_; }

  std::string_view form(std::uint32_t at) const {
    return text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
  }

  // The word `offset` from `at`, or nullptr beyond the sentence.
  const Word* neighbour(std::uint32_t at, int offset) const;

  // The number of the word's sentence.
  std::uint32_t sentence(std::uint32_t at) const { return facts_[at].sentence; }

  Gap gap_before(std::uint32_t at) const { return facts_[at].gap; }
  // Gap::kEnd behind the last word.
  Gap gap_behind(std::uint32_t at) const {
    return at + 1 < words_.size() ? facts_[at + 1].gap : Gap::kEnd;
  }

  // True if the word belongs to a title of several words: "Brig. Gen.", "Secretary of State".
  bool is_title_phrase(std::uint32_t at) const;

  // True if the rules are sure that this one word is an organisation.
  bool are_sure_of_organisation(std::uint32_t at) const {
    return facts_[at].rule == rule_opinion(EntityType::kOrganisation, true, true, Certainty::kSure);
  }

  // Hands what is told of word `at`, of `run`, by its place in the text, to sink(template, hash).
  // What words tell by themselves is word_features().
  template <typename Sink>
  void features(const Run& run, std::uint32_t at, Sink&& sink) const;

 private:
  void read_gaps();
  void read_casing();
  void read_rules();
  void read_phrases();
  void find_runs();
  // An entry of the tables.
  struct Phrase {
    std::uint32_t end = 0;
    std::uint32_t category = 0;
  };

  Phrase phrase_at(const Run& run, std::uint32_t at) const;
  Casing casing_of(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t run_end(std::uint32_t at) const;
  bool leads(std::uint32_t at) const;
  bool is_strong(std::uint32_t at) const;
  bool is_weak(std::uint32_t at) const;
  bool is_mere_opening(const Run& run) const;

  std::uint64_t key(std::uint32_t at, int offset) const {
    const Word* word = neighbour(at, offset);
    return word == nullptr ? 1 : word->key;
  }
  std::uint64_t category(std::uint32_t at, int offset) const {
    return neighbour(at, offset) == nullptr ? 99 : facts_[shift(at, offset)].category;
  }
  std::uint64_t shape(std::uint32_t at, int offset) const {
    const Word* word = neighbour(at, offset);
    if (word == nullptr) return 99;
    return static_cast<std::uint64_t>(word->shape) + (word->dotted ? 8 : 0);
  }
  std::uint64_t rule(std::uint32_t at, int offset) const {
    return neighbour(at, offset) == nullptr ? 99 : facts_[shift(at, offset)].rule;
  }
  std::uint64_t habit_of(std::uint32_t at, int offset) const {
    if (neighbour(at, offset) == nullptr) return 99;
    const std::uint32_t to = shift(at, offset);
    if (words_[to].shape == Shape::kLower) return 98;
    return static_cast<std::uint64_t>(facts_[to].habit);
  }
  static std::uint32_t shift(std::uint32_t at, int offset) {
    return static_cast<std::uint32_t>(static_cast<std::int64_t>(at) + offset);
  }

  std::string_view text_;
  std::vector<Word> words_;
  const WordHabits& habits_;
  RuleReading rules_;
  std::vector<Candidate> rule_names_;
  std::vector<WordFacts> facts_;
  std::vector<Run> runs_;
};

template <typename Sink>
void TextFacts::features(const Run& run, std::uint32_t at, Sink&& sink) const {
  const auto tell = [&](Template t, std::uint64_t value, int offset = 0) {
    sink(t, feature_hash(t, offset, value));
  };
  const WordFacts& facts = facts_[at];
  const Word& word = words_[at];
  const std::uint64_t casing = static_cast<std::uint64_t>(facts.casing);
  const std::uint64_t before = static_cast<std::uint64_t>(facts.gap);
  const std::uint64_t after = static_cast<std::uint64_t>(gap_behind(at));
  const std::uint64_t shape_0 = shape(at, 0);

  tell(Template::kBias, casing);
  tell(Template::kGaps, before, 0);
  tell(Template::kGaps, after, 1);
  tell(Template::kGaps, mix(before, after), 2);
  tell(Template::kOpening, mix(mix(shape_0, casing), word.opens ? 1 : 0));
  tell(Template::kWrittenSmall, (facts.small ? 1U : 0U) + (word.opens ? 2U : 0U) + casing * 4);
  tell(Template::kGapWord, mix(word.key, before), 0);
  const std::uint64_t habit = habit_of(at, 0);
  tell(Template::kHabit, mix(habit, habit_of(at, -1)), -1);
  tell(Template::kHabit, mix(habit, habit_of(at, 1)), 1);
  tell(Template::kHabitOpening, mix(mix(habit, casing), word.opens ? 1 : 0));
  tell(Template::kHabitPattern, mix(mix(habit, shape_0), mix(facts.rule, word.opens ? 1 : 0)));

  tell(Template::kRule, facts.rule);
  tell(Template::kRulePattern, mix(mix(facts.rule, shape_0), facts.category));
  tell(Template::kRuleWord, mix(facts.rule, word.key));
  tell(Template::kRuleBefore, mix(facts.rule, rule(at, -1)));
  tell(Template::kRuleAfter, mix(facts.rule, rule(at, 1)));
  tell(Template::kPhrase, facts.phrase);

  tell(Template::kWordPair, mix(key(at, -1), word.key), -1);
  tell(Template::kWordPair, mix(word.key, key(at, 1)), 1);
  tell(Template::kPatternTriple,
       mix(mix(shape(at, -1), shape_0), mix(shape(at, 1), before * 16 + after)));
  tell(Template::kCategoryPair, mix(category(at, -1), facts.category), -1);
  tell(Template::kCategoryPair, mix(facts.category, category(at, 1)), 1);
  tell(Template::kCategoryTriple,
       mix(mix(category(at, -1), facts.category), mix(category(at, 1), shape_0)));
  tell(Template::kContextPair, mix(key(at, -2), key(at, -1)), -1);
  tell(Template::kContextPair, mix(key(at, 1), key(at, 2)), 1);
  tell(Template::kRunNeighbour, mix(key(at, -1), shape_0), -1);
  tell(Template::kRunNeighbour, mix(key(at, 1), shape_0), 1);

  // Where in its run it stands, and what the run stands between.
  const std::uint32_t length = run.last - run.first;
  const std::uint64_t place = (at == run.first ? 1U : 0U) + (at + 1 == run.last ? 2U : 0U);
  const int to_left = -static_cast<int>(at - run.first) - 1;
  const int to_right = static_cast<int>(run.last - at);
  const std::uint64_t left = key(at, to_left);
  const std::uint64_t right = key(at, to_right);
  tell(Template::kRunShape, mix(length < 5 ? length : 5, place));
  tell(Template::kRunLeft, mix(left, place));
  tell(Template::kRunRight, mix(right, place));
  tell(Template::kRunLeftPair, mix(mix(key(at, to_left - 1), left), place));
  tell(Template::kRunRightPair, mix(mix(right, key(at, to_right + 1)), place));
  tell(Template::kRunBoth, mix(mix(left, right), place));
}

}  // namespace dateline::indexer
