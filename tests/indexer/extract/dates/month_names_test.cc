#include "indexer/extract/dates/month_names.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page::month_names_test {
namespace {

struct Month {
  const char* word;
  unsigned number;
};

TEST(MonthNames, AreKnownInTheLanguagesOfThePress) {
  for (const auto& [word, number] :
       {Month{"January", 1},    Month{"jan", 1},       Month{"Sept", 9},      Month{"DECEMBER", 12},
        Month{"März", 3},       Month{"Mai", 5},       Month{"Dezember", 12}, Month{"février", 2},
        Month{"août", 8},       Month{"décembre", 12}, Month{"enero", 1},     Month{"agosto", 8},
        Month{"diciembre", 12}, Month{"gennaio", 1},   Month{"luglio", 7},    Month{"janeiro", 1},
        Month{"março", 3},      Month{"maart", 3},     Month{"oktober", 10},  Month{"января", 1},
        Month{"декабря", 12},   Month{"Ocak", 1},      Month{"Aralık", 12},   Month{"stycznia", 1},
        Month{"грудня", 12},    Month{"Desember", 12}, Month{"มกราคม", 1}}) {
    EXPECT_EQ(month_named(word), number) << word;
  }
}

TEST(MonthNames, OtherWordsAreNone) {
  for (const char* word : {"", "x", "bridge", "Monday", "the", "12", "Brücke"}) {
    EXPECT_EQ(month_named(word), 0U) << word;
  }
}

TEST(MonthNames, OfTwoWordsAreKnown) {
  EXPECT_EQ(month_named("كانون", "الثاني"), 1U);
  EXPECT_EQ(month_named("كانون", "الأول"), 12U);
  EXPECT_EQ(month_named("كانون", "bridge"), 0U);
}

TEST(MonthNames, OfTwoBeginningsTheLongerDecides) {
  for (const auto& [word, number] :
       {Month{"mar", 3}, Month{"maart", 3}, Month{"mai", 5}, Month{"maio", 5}, Month{"juin", 6},
        Month{"juillet", 7}, Month{"červen", 6}, Month{"července", 7}, Month{"lipca", 7},
        Month{"lipnja", 6}, Month{"listopada", 11}, Month{"srpen", 8}, Month{"srpnja", 7},
        Month{"липня", 7}, Month{"листопада", 11}, Month{"travnja", 4}}) {
    EXPECT_EQ(month_named(word), number) << word;
  }
}

TEST(MonthNames, AreKnownInCapitalsBeyondAsciiToo) {
  for (const auto& [word, number] :
       {Month{"ÚNOR", 2}, Month{"Ápr", 4}, Month{"Říjen", 10}, Month{"Şubat", 2},
        Month{"Ağustos", 8}, Month{"Января", 1}, Month{"Απριλίου", 4}, Month{"Ožujak", 3}}) {
    EXPECT_EQ(month_named(word), number) << word;
  }
}

TEST(MonthNames, AreNoLongerThanAnyLanguageHasThem) {
  EXPECT_EQ(month_named("january" + std::string(30, 'y')), 1U);
  EXPECT_EQ(month_named("january" + std::string(40, 'y')), 0U);
}

}  // namespace
}  // namespace dateline::indexer::page::month_names_test
