#include "indexer/entities/words/letters.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer::letters_test {
namespace {

std::string cases(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (!letter) {
      out += '.';
    } else if (letter.digit) {
      out += '9';
    } else if (letter.letter_case == LetterCase::kUpper) {
      out += 'X';
    } else if (letter.letter_case == LetterCase::kLower) {
      out += 'x';
    } else {
      out += 'o';
    }
    at += letter.length;
  }
  return out;
}

TEST(Letter, HasACaseInEveryAlphabetThatHasOne) {
  EXPECT_EQ(cases("Esper"), "Xxxxx");
  EXPECT_EQ(cases("Élan Żak"), "Xxxx.Xxx");
  EXPECT_EQ(cases("Иван"), "Xxxx");
  EXPECT_EQ(cases("Αθήνα"), "Xxxxx");
  EXPECT_EQ(cases("東京"), "oo");
  EXPECT_EQ(cases("بغداد"), "ooooo");
  EXPECT_EQ(cases("G20, ok"), "X99..xx");
}

TEST(Letter, IsFoldedToItsBareLowerCase) {
  for (const auto& [text, folded] : {std::pair{"A", U'a'},
                                     {"É", U'e'},
                                     {"ł", U'l'},
                                     {"Ø", U'o'},
                                     {"ı", U'i'},
                                     {"ş", U's'},
                                     {"Đ", U'd'},
                                     {"И", U'и'},
                                     {"ệ", U'e'},
                                     {"7", U'7'}}) {
    EXPECT_EQ(letter_at(text, 0).folded, folded) << text;
  }
}

TEST(Letter, IsNoneWhereThereIsNone) {
  for (const char* text : {" ", "-", ".", "'", "…", "—", "\n"})
    EXPECT_FALSE(letter_at(text, 0)) << text;
  EXPECT_FALSE(letter_at("a", 1));
  EXPECT_EQ(letter_at("a", 1).length, 0U) << "at the end there is nothing to step over";
  EXPECT_GT(letter_at("…", 0).length, 0U);
}

TEST(Letter, IsSteppedOverInBrokenBytes) {
  const std::string broken = "\xC3(\xE2\x82\xFF\x80";
  std::size_t steps = 0;
  for (std::size_t at = 0; at < broken.size(); ++steps) {
    const std::size_t length = letter_at(broken, at).length;
    ASSERT_GT(length, 0U);
    at += length;
  }
  EXPECT_LE(steps, broken.size());
}

TEST(Apostrophe, IsPlainOrTypographic) {
  EXPECT_EQ(apostrophe_at("'s", 0), 1U);
  EXPECT_EQ(apostrophe_at("’s", 0), 3U);
  EXPECT_EQ(apostrophe_at("s", 0), 0U);
  EXPECT_EQ(apostrophe_at("s", 1), 0U);
  EXPECT_EQ(apostrophe_at("", 5), 0U);
}

}  // namespace
}  // namespace dateline::indexer::letters_test
