#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

#include <random>

#include "common/base/utf8.h"
#include "common/text/values.h"
#include "tests/common/text/token_properties.h"
#include "tests/common/text/token_rows.h"

namespace dateline::text::tokenizer_test {
namespace {

std::string source_of(std::string_view text, const OwnedToken& token) {
  return std::string(text.substr(token.begin, token.end - token.begin));
}

TEST(Tokenizer, TellsWhereInTheTextAWordStands) {
  const std::string_view text = "“Iraq’s” non-binding U.S. vote; #MeToo, C++.";
  std::vector<std::string> sources;
  for (const OwnedToken& token : tokenize(text)) {
    sources.push_back(token.form + "=" + source_of(text, token));
  }
  const std::vector<std::string> expected{"iraq=Iraq’s",
                                          "non=non",
                                          "nonbinding=non-binding",
                                          "non-binding=non-binding",
                                          "binding=binding",
                                          "us=U.S.",
                                          "us.=U.S.",
                                          "vote=vote",
                                          "metoo=MeToo",
                                          "#metoo=#MeToo",
                                          "c=C",
                                          "c++=C++"};
  EXPECT_EQ(sources, expected);
}

TEST(Tokenizer, StemsWordsOfLettersHoweverTheyAreWritten) {
  for (const std::string_view text :
       {"walked", "WALKED", "N.A.T.O.", "naïve", "re-elected", "l'homme"}) {
    EXPECT_TRUE(tokenize(text)[0].stemmable) << text;
  }
  for (const std::string_view text : {"5000", "F35", "2.5", "1990's", "東"}) {
    EXPECT_FALSE(tokenize(text)[0].stemmable) << text;
  }
  for (const OwnedToken& token : tokenize("US #metoo 9/11 non-binding COVID-19")) {
    if (token.reading == Reading::kPrecise || token.reading == Reading::kHyphenated) {
      EXPECT_FALSE(token.stemmable) << token.form;
    }
  }
}

TEST(Tokenizer, StartsEveryTextAnew) {
  Tokenizer tokenizer;
  Token token{};
  tokenizer.start("non-binding vote");
  ASSERT_TRUE(tokenizer.next(token));
  tokenizer.start("iraq");
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(token.form, "iraq");
  EXPECT_EQ(token.position, 1U);
  EXPECT_FALSE(tokenizer.next(token));
  EXPECT_FALSE(tokenizer.next(token));
}

TEST(Tokenizer, TakesBytesThatAreNoTextForSeparators) {
  EXPECT_EQ(printed_tokens("a\xFF"
                           "b \xE2\x80 c\xED\xA0\x80"
                           "d \xC3"),
            "a@1 b@2 c@3 d@4");
  EXPECT_EQ(printed_tokens(std::string_view("a\0b", 3)), "a@1 b@2");
}

TEST(Tokenizer, NoTokenIsLongerThanSixtyFourLetters) {
  for (const std::string_view letter : {"a", "é", "я", "字", "1", "a\u0301"}) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += letter;
    EXPECT_EQ(fault_of_tokens(text), "") << letter;
  }
  EXPECT_EQ(tokenize(std::string(640, 'a')).size(), 10U);
}

// Text made to be slow: each of these is a long run of something that is looked ahead for.
TEST(Tokenizer, TakesLongRunsOfSignsInLinearTime) {
  for (const std::string_view piece :
       {"a-",      "a.", "a'",   "1,000",   "1/", "a@", "#a", "a&", "\u00AD", "a\u00AD", "\u0301",
        "a\u0301", "a+", "www.", "http://", "１", "ガ", "'s", "1.", "a_",     "-",       "\xFF"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    Tokenizer tokenizer;
    tokenizer.start(text);
    std::uint32_t last = 0;
    for (Token token{}; tokenizer.next(token);) last = token.end;
    EXPECT_LE(last, text.size()) << piece;
  }
}

// Pieces that rules look for, put together at random.
std::string random_text(std::mt19937& random) {
  static constexpr auto kPieces = std::to_array<std::string_view>(
      {"a",      "US", "Iraq",   "l",       "s",        "d'",      "'",    "’",      "-",
       "–",      ".",  ",",      "1",       "000",      "2020",    "/",    "@",      "#",
       "&",      "+",  "_",      " ",       " ",        "é",       "ß",    "İ",      "я",
       "й",      "字", "カ",     "ﾞ",       "ภ",        "ा",       "क",    "\u00AD", "\u200B",
       "½",      "²",  "٣",      "\xFF",    "\xE2\x80", "http://", "www.", ".com",   "U.S.",
       "\u0301", "ﷺ",  "\u00A0", "U. S. ",  "A. ",      "USA",     "'s",   "ี",       "ำ",
       "\u0E4D", "״",  "favour", "organis", "ed"});
  std::string text;
  for (std::uint64_t i = random() % 24; i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(TokenizerProperty, HoldsForAnyMixtureOfSigns) {
  std::mt19937 random(4);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_text(random);
    ASSERT_EQ(fault_of_tokens(text), "") << text;
  }
}

TEST(TokenizerProperty, HoldsForAnyBytes) {
  std::mt19937 random(5);
  for (int i = 0; i < 20000; ++i) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random() % 256);
    ASSERT_EQ(fault_of_tokens(text), "");
  }
}

TEST(FoldValue, MakesWholeValuesComparable) {
  const TokenRow rows[] = {
      {"Agence  France-Presse", "agence france-presse"},
      {"McDonald’s", "mcdonalds"},
      {"U.S. Army", "us army"},
      {"L’Équipe", "lequipe"},
      {"Alfonse D'Amato", "alfonse damato"},
      {"Gabriele d’Annunzio", "gabriele dannunzio"},
      {"St. Louis Post–Dispatch", "st louis post-dispatch"},
      {"“Marks & Spencer”", "marks spencer"},
      {"AT&T Inc.", "at&t inc"},
      {"J.K. Rowling", "jk rowling"},
      {"The 5,000", "the 5000"},
      {"#MeToo", "metoo"},
      {" World/Middle East ", "world/middle east"},
      {"東京新聞", "東京新聞"},
      {"— !", ""},
      {"", ""},
  };
  for (const TokenRow& row : rows) EXPECT_EQ(fold_value(row.text), row.tokens) << row.text;
}

TEST(FoldWord, FoldsOneWordAndKeepsPatternSigns) {
  const TokenRow rows[] = {
      {"Élect*", "elect*"},
      {"organi?ation", "organi?ation"},
      {"*Gate", "*gate"},
      {"U.S.", "us"},
      {"Iraq’s", "iraq"},
      {"O'Neill", "oneill"},
      {"O'Nei*", "onei*"},
      {"l'Élys*", "elys*"},
      {"Non–Bind*", "non-bind*"},
      {"5,000", "5000"},
      {"AT&T", "at&t"},
      {"#MeToo", "#metoo"},
      {"co\u00ADop", "coop"},
      {"東京", "東京"},
      {"", ""},
  };
  for (const TokenRow& row : rows) EXPECT_EQ(fold_word(row.text), row.tokens) << row.text;
}

}  // namespace
}  // namespace dateline::text::tokenizer_test
