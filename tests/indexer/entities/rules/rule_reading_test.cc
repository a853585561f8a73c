#include "indexer/entities/rules/rule_reading.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word_splitter.h"
#include "tests/indexer/entities/span_text.h"

namespace dateline::indexer::rule_reading_test {
namespace {

// "person Mark Esper, place Iraq?": "?" behind a name of which the rules are not sure.
std::string reading_of(std::string_view text) {
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  std::string out;
  for (const Candidate& name : RuleReading(text, words).names()) {
    const std::uint32_t begin = words[name.first].begin;
    out += out.empty() ? "" : ", ";
    out += mark_of(name.type);
    out += ' ';
    out += text.substr(begin, words[name.last - 1].end - begin);
    if (name.certainty != Certainty::kSure) out += '?';
  }
  return out;
}

struct Row {
  const char* text;
  const char* names;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(reading_of(row.text), row.names) << row.text;
}

TEST(RuleReading, WhatATextIntroducesIsKnownInAllOfIt) {
  check({
      {"They met Boris Vantreight. Later they asked Vantreight again.",
       "person Boris Vantreight, person Vantreight?"},
      {"They asked Vantreight. Later they met Boris Vantreight.",
       "person Vantreight?, person Boris Vantreight"},
      {"He left Zephyrion Corp. Then he sued Zephyrion.", "org Zephyrion Corp., org Zephyrion?"},
      {"He lives in Quarnby. She praised Quarnby.", "place Quarnby?, place Quarnby?"},
  });
}

TEST(RuleReading, APlaceThatIsSomebodysSurnameIsJudgedByItsSentence) {
  check({
      {"They met Boris Austin. They liked Austin.", "person Boris Austin, person Austin"},
      {"They met Boris Austin. They live in Austin.", "person Boris Austin, place Austin"},
      {"They live in Austin.", "place Austin"},
  });
}

TEST(RuleReading, AHeadlineInCapitalsIsReadLast) {
  check({
      {"Workers Demand Better Wages After Strike", ""},
      {"Vantreight Demands Better Wages After Strike\nThey met Boris Vantreight there.",
       "person Vantreight?, person Boris Vantreight"},
      {"VANTREIGHT DEMANDS BETTER WAGES\nThey met Boris Vantreight there.",
       "person VANTREIGHT?, person Boris Vantreight"},
  });
}

TEST(RuleReading, NamesComeInOrderAndDoNotOverlap) {
  const std::string text =
      "Esper Denies Troop Movement in Iraq\nDefense Secretary Mark Esper of the Ministry of "
      "Defense met Acme Widgets Inc. in New York.\nThe Irish Times and NATO told Ana Tavares.";
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  std::uint32_t last = 0;
  for (const Candidate& name : RuleReading(text, words).names()) {
    EXPECT_LT(name.first, name.last);
    EXPECT_GE(name.first, last);
    EXPECT_LE(name.last, words.size());
    last = name.last;
  }
  EXPECT_GT(last, 0U);
}

TEST(RuleReading, KnowsWhichWordsTheTextWritesSmall) {
  const std::string text = "Gendarmes came. More gendarmes left Quarnby.";
  const std::vector<Word> words = split_words(text, &Lexicon::get());
  const RuleReading reading(text, words);
  EXPECT_TRUE(reading.written_small(words[0].key));
  EXPECT_FALSE(reading.written_small(words.back().key));
  EXPECT_FALSE(reading.written_small(0));
}

TEST(RuleReading, OfNothingIsNothing) {
  check({{"", ""}, {"\n\n", ""}, {"...", ""}, {"no capitals at all", ""}, {"&", ""}});
}

}  // namespace
}  // namespace dateline::indexer::rule_reading_test
