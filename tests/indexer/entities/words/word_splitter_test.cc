#include "indexer/entities/words/word_splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer::word_splitter_test {
namespace {

// Words with "|" between them; those that open a sentence are marked with "^".
std::string split_text(std::string_view text) {
  std::string out;
  for (const Word& word : split_words(text, &Lexicon::get())) {
    if (!out.empty()) out += '|';
    if (word.opens) out += '^';
    out += text.substr(word.begin, word.end - word.begin);
  }
  return out;
}

TEST(SplitWords, KeepsPunctuationThatBelongsToAName) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"Mr. O'Brien met al-Assad", "^Mr.|O'Brien|met|al-Assad"},
      {"Iraq's and Jones’s", "^Iraq|and|Jones"},
      {"I'm sure they don't", "^I|sure|they|don't"},
      {"AT&T and Johnson & Johnson", "^AT&T|and|Johnson|&|Johnson"},
      {"the U.S.-led force", "^the|U.S.-led|force"},
      {"in the U.S. Congress", "^in|the|U.S.|Congress"},
      {"John F. Kennedy Jr.", "^John|F.|Kennedy|Jr."},
      {"Côte d'Ivoire", "^Côte|d'Ivoire"},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(split_text(text), words) << text;
}

TEST(SplitWords, KnowsWhereSentencesOpen) {
  const std::vector<std::pair<const char*, const char*>> rows{
      {"He left. She stayed", "^He|left|^She|stayed"},
      {"one\ntwo", "^one|^two"},
      {"PARIS (AP) — France said", "^PARIS|AP|^France|said"},
      {"he said, “We agree”", "^he|said|^We|agree"},
      {"he said, \"We agree\"", "^he|said|^We|agree"},
      {"by Acme Inc. The firm", "^by|Acme|Inc.|^The|firm"},
      {"Gen. Mark Milley", "^Gen.|Mark|Milley"},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(split_text(text), words) << text;
}

TEST(SplitWords, TellsShapes) {
  const std::vector<std::pair<const char*, Shape>> rows{
      {"esper", Shape::kLower},        {"Esper", Shape::kCapital},    {"McDonald", Shape::kCapital},
      {"NATO", Shape::kUpper},         {"U.S.", Shape::kUpper},       {"al-Assad", Shape::kMixed},
      {"London-based", Shape::kOther}, {"anti-Trump", Shape::kOther}, {"eBay", Shape::kOther},
      {"2020", Shape::kOther},         {"Élysée", Shape::kCapital},   {"東京", Shape::kOther},
  };
  for (const auto& [text, shape] : rows) {
    const auto words = split_words(text, &Lexicon::get());
    ASSERT_EQ(words.size(), 1U) << text;
    EXPECT_EQ(words[0].shape, shape) << text;
  }
}

TEST(SplitWords, KeysIgnoreCaseAndAccentsButNotThoseOfAcronyms) {
  const auto key = [](std::string_view text) {
    return split_words(text, &Lexicon::get()).front().key;
  };
  EXPECT_EQ(key("Bogotá"), key("BOGOTA"));
  EXPECT_EQ(key("Łódź"), key("lodz"));
  EXPECT_EQ(key("U.S."), key("US"));
  EXPECT_NE(key("US"), key("us"));
  EXPECT_NE(key("WHO"), key("who"));
}

}  // namespace
}  // namespace dateline::indexer::word_splitter_test
