#include "searcher/search/snippet/word_beginnings.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"

namespace dateline::search {
namespace {

bool form_may_be_in(std::string_view form, std::string_view text) {
  WordBeginnings words;
  words.add_form(form, 5);
  return words.in(text) == word_set(5);
}

bool stem_may_be_in(std::string_view stem, std::string_view text) {
  WordBeginnings words;
  words.add_stem(stem, 5);
  return words.in(text) == word_set(5);
}

TEST(WordBeginnings, TellWhichWordsATextMayHave) {
  WordBeginnings words;
  words.add_stem("troop", 0);
  words.add_form("iraq", 1);
  EXPECT_EQ(words.in("The trousers, and Iraq's army"), word_set(0) | word_set(1));
  EXPECT_EQ(words.in("Iran's troops"), word_set(0));
  EXPECT_EQ(words.in("Iraqis"), word_set(1));
  EXPECT_EQ(words.in("Parliament voted at noon"), 0U);
  EXPECT_EQ(words.in(""), 0U);
}

TEST(WordBeginnings, WordsOfOneBeginningAreAllMet) {
  WordBeginnings words;
  words.add_form("elects", 0);
  words.add_form("electron", 1);
  EXPECT_EQ(words.in("elections"), word_set(0) | word_set(1));
}

TEST(WordBeginnings, AWordThatIsThereIsMetHoweverItIsWritten) {
  const struct {
    const char* form;
    const char* text;
  } rows[] = {{"iraq", "“IRAQ”"},
              {"us.", "the U. S. A."},
              {"email", "an e-mail"},
              {"oneill", "Mr O’Neill"},
              {"elysee", "l'Élysée"},
              {"9/11", "on 9/11"},
              {"#metoo", "#MeToo"},
              {"att", "AT&T"},
              {"c++", "in C++"},
              {"mueller", "Müller"},
              {"strasse", "Straße"},
              {"aarhus", "Århus"},
              {"erdogan", "Erdog\u0306an"},
              {"москва", "в Москве — МОСКВА"},
              {"习", "在习近平"},
              {"co-operate", "to co\u00ADoperate"},
              {"word", "one—word"},
              {"f35", "of F-35s"}};
  for (const auto& row : rows) EXPECT_TRUE(form_may_be_in(row.form, row.text)) << row.text;
}

TEST(WordBeginnings, AWordIsLookedForWhereOneBeginsAlone) {
  EXPECT_FALSE(form_may_be_in("vote", "devoted pivot"));
  EXPECT_FALSE(form_may_be_in("vote", "éavote"));
  EXPECT_TRUE(form_may_be_in("vote", "é vote"));
}

TEST(WordBeginnings, ShortStemsAreMetInWordsThatEndOtherwise) {
  EXPECT_TRUE(stem_may_be_in("cri", "they cry"));
  EXPECT_TRUE(stem_may_be_in("die", "the dying"));
  EXPECT_TRUE(stem_may_be_in("a", "A"));
  EXPECT_FALSE(stem_may_be_in("2024", "in 2025, 203")) << "numbers have no endings";
}

TEST(WordBeginnings, WhatHasNoLettersIsMetEverywhere) {
  EXPECT_TRUE(form_may_be_in("++", "anything"));
}

TEST(WordBeginnings, ManyWordsShareTheLastNumber) {
  WordBeginnings words;
  words.add_form("alpha", 63);
  words.add_form("beta", 1000);
  EXPECT_EQ(words.in("alpha"), words.in("beta"));
}

// Whatever reading finds, a glance has told of.
TEST(WordBeginnings, MissNoWordThatReadingFinds) {
  const std::vector<std::string> pieces{"Müller", "non-binding", "U.S.",   "’s",     " ",   " ",
                                        " ",      ". ",          "Élysée", "東京",   "C++", "9/11",
                                        "\n",     "studies",     "5,000",  "#MeToo", "“",   "”",
                                        " — ",    "AT&T",        "Őrség"};
  std::mt19937 random(91);
  text::Stemmer stemmer("en");
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = 1 + random() % 12; i > 0; --i) text += pieces[random() % pieces.size()];
    for (const text::OwnedToken& token : text::tokenize(text)) {
      ASSERT_TRUE(form_may_be_in(token.form, text)) << token.form << " in " << text;
      if (!token.stemmable) continue;
      ASSERT_TRUE(stem_may_be_in(stemmer.stem(token.form), text)) << token.form << " in " << text;
    }
  }
}

}  // namespace
}  // namespace dateline::search
