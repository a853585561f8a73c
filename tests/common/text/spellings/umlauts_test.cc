#include "common/text/spellings/umlauts.h"

#include <gtest/gtest.h>

namespace dateline::text::umlauts_test {
namespace {

TEST(Umlauts, AreSpelledAsThoseDoWhoHaveNone) {
  EXPECT_EQ(with_umlauts_spelled("Müller"), "Mueller");
  EXPECT_EQ(with_umlauts_spelled("ÄÖÜ"), "AeOeUe");
  EXPECT_EQ(with_umlauts_spelled("Jørgensen"), "Joergensen");
  EXPECT_EQ(with_umlauts_spelled("Århus"), "Aarhus");
  EXPECT_EQ(with_umlauts_spelled("Mu\u0308ller"), "Mueller")
      << "the dots as a character of their own";
}

TEST(Umlauts, OtherAccentsAreNone) {
  for (const char* word :
       {"", "blue", "Israël", "naïve", "Élysée", "Erdoğan", "Straße", "ñ", "Å", "å", "Москва"}) {
    EXPECT_EQ(with_umlauts_spelled(word), "") << word;
  }
}

}  // namespace
}  // namespace dateline::text::umlauts_test
