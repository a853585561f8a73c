#include "common/text/fold.h"

#include <gtest/gtest.h>

#include "common/base/utf8.h"
#include "common/text/characters.h"
#include "tests/common/text/token_properties.h"

namespace dateline::text::fold_test {
namespace {

struct Row {
  std::string_view source;
  std::string_view form;
};

TEST(Fold, MakesOneOfSpellingsThatDifferInCaseAccentsAndTypography) {
  const Row rows[] = {
      {"Iraq", "iraq"},
      {"NAÏVE", "naive"},
      {"Erdoğan", "erdogan"},
      {"İstanbul", "istanbul"},
      {"Diyarbakır", "diyarbakir"},
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"ẞ", "ss"},
      {"Ærø", "aero"},
      {"Łódź", "lodz"},
      {"Đorđe", "dorde"},
      {"Þór", "thor"},
      {"Guðrún", "gudrun"},
      {"cœur", "coeur"},
      {"Müller", "muller"},
      {"Nguyễn", "nguyen"},
      {"Ẹlẹ́kọ̀ọ́", "elekoo"},
      {"Ƙofar", "kofar"},
      {"Əliyev", "eliyev"},
      {"coŀlaborar", "collaborar"},
      {"ﬁnance", "finance"},
      {"Ｆｕｌｌ", "full"},
      {"Ⅳ", "iv"},
      {"Ελευθερία", "ελευθερια"},
      {"ΛΌΓΟΣ", "λογοσ"},
      {"λόγος", "λογοσ"},
      {"Ёлка", "елка"},
      {"Й", "й"},
      {"Їжак", "їжак"},
      {"الصَّلَاةُ", "الصلاة"},
      {"أحمد", "احمد"},
      {"إيران", "ايران"},
      {"مُحَمَّـــد", "محمد"},
      {"علی", "علي"},
      {"שָׁלוֹם", "שלום"},
      {"٢٠٢٠", "2020"},
      {"२०२०", "2020"},
      {"km²", "km2"},
      {"हिन्दी", "हिन्दी"},
      {"ｶﾞｽ", "ガス"},
      {"ガス", "ガス"},
      {"한국", "한국"},
      {"co\u00ADop", "coop"},
      {"zero\u200Bwidth", "zerowidth"},
      {"O’Neill", "o'neill"},
      {"Sanaʿa", "sana'a"},
      {"non\u2011binding", "non-binding"},
      {"Paris–Dakar", "paris-dakar"},
      {"elect*", "elect*"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(folded(row.source), row.form) << row.source;
}

TEST(Fold, DoesNotDistinguishComposedFromDecomposed) {
  EXPECT_EQ(folded("e\u0301lan"), folded("\u00E9lan"));
  EXPECT_EQ(folded("\u0438\u0306"), folded("\u0439"));
  EXPECT_EQ(folded("\u0435\u0308"), "\u0435");
  EXPECT_EQ(folded("\u304B\u3099"), folded("\u304C"));
  EXPECT_EQ(folded("\u1112\u1161\u11AB"), "\uD55C");
  EXPECT_EQ(folded("\u0627\u0654"), folded("\u0623"));
}

TEST(Fold, OfEveryCharacterOfWordsFoldsToItselfAndStaysAWord) {
  for (char32_t c = 0x20; c < 0x110000; ++c) {
    const CharClass kind = class_of(c);
    if (kind != CharClass::kLetter && kind != CharClass::kDigit && kind != CharClass::kSingle) {
      continue;
    }
    std::string source;
    append_utf8(source, c);
    EXPECT_EQ(fault_of_tokens(source), "") << std::hex << "U+" << static_cast<std::uint32_t>(c);
  }
}

}  // namespace
}  // namespace dateline::text::fold_test
