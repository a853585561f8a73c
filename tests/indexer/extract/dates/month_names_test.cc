#include "indexer/extract/dates/month_names.h"

#include <gtest/gtest.h>

namespace dateline::indexer::page {
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

}  // namespace
}  // namespace dateline::indexer::page
