#include "searcher/search/counting/surname.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace dateline::search {
namespace {

constexpr std::int32_t kJanuary2020 = 2020 * 12;

// Articles of a month that name one bearer in full.
void add(Surname& surname, std::size_t bearer, std::int32_t month, int articles) {
  for (int i = 0; i < articles; ++i) surname.add_article(month, bearer);
}

// The bearer's name, or "nobody".
std::string meant(const Surname& surname, Month month) {
  const auto bearer = surname.meant(month);
  return bearer ? surname.bearers()[*bearer].name : "nobody";
}

TEST(Surname, MonthsAreReadFromDaysAndWrittenAsTermsHaveThem) {
  EXPECT_EQ(month_of("20200106"), kJanuary2020);
  EXPECT_EQ(month_of("20191231"), kJanuary2020 - 1);
  EXPECT_EQ(month_digits(kJanuary2020), "202001");
  EXPECT_EQ(month_digits(kJanuary2020 - 1), "201912");
  for (const char* day : {"", "2020", "202013xx", "20200006", "abcdefgh", "20201306"}) {
    EXPECT_EQ(month_of(day), std::nullopt) << day;
  }
}

TEST(Surname, IsToldFromTheNameInFullAndByItself) {
  struct Case {
    const char* name;
    const char* in_full;
    const char* alone;
  };
  for (const Case& row : {Case{"Donald Trump", "trump", ""},
                          {"Ursula von der Leyen", "von der leyen", ""},
                          {"Martin Luther King Jr.", "king", ""},
                          {"Trump", "", "trump"},
                          {"von der Leyen", "", "von der leyen"},
                          {"Erdoğan", "", "erdogan"},
                          {"Mr. Trump", "", "trump"},
                          {"", "", ""}}) {
    EXPECT_EQ(surname_of(row.name), row.in_full) << row.name;
    EXPECT_EQ(lone_surname(row.name), row.alone) << row.name;
  }
}

TEST(Surname, MeansWhoeverClearlyHasItInTheArticlesAround) {
  Surname trump;
  const auto donald = trump.add_bearer("Donald Trump", true);
  const auto melania = trump.add_bearer("Melania Trump", true);
  add(trump, donald, kJanuary2020, 9);
  add(trump, melania, kJanuary2020, 1);
  EXPECT_EQ(meant(trump, kJanuary2020), "Donald Trump");
  EXPECT_EQ(meant(trump, kJanuary2020 + 1), "Donald Trump");

  Surname esper;
  const auto mark = esper.add_bearer("Mark Esper", true);
  const auto tom = esper.add_bearer("Tom Esper", true);
  add(esper, mark, kJanuary2020, 3);
  add(esper, tom, kJanuary2020, 2);
  EXPECT_EQ(meant(esper, kJanuary2020), "nobody");
}

TEST(Surname, MeansAnotherInAnotherTime) {
  Surname bush;
  const auto father = bush.add_bearer("George H.W. Bush", true);
  const auto son = bush.add_bearer("George W. Bush", true);
  add(bush, father, 1990 * 12, 12);
  add(bush, son, 2004 * 12, 12);
  EXPECT_EQ(meant(bush, 1990 * 12 + 3), "George H.W. Bush");
  EXPECT_EQ(meant(bush, 2004 * 12 - 3), "George W. Bush");
  EXPECT_EQ(meant(bush, 2030 * 12), "nobody") << "too long after";
  EXPECT_EQ(meant(bush, std::nullopt), "nobody") << "without a date, of all times";
}

TEST(Surname, MeansNobodyWhereFewArticlesSayWho) {
  Surname surname;
  const auto one = surname.add_bearer("Ana Tavares", true);
  EXPECT_EQ(meant(surname, kJanuary2020), "nobody");
  add(surname, one, kJanuary2020, 1);
  EXPECT_EQ(meant(surname, kJanuary2020), "nobody");
  add(surname, one, kJanuary2020, 9);
  EXPECT_EQ(meant(surname, kJanuary2020), "Ana Tavares");
}

TEST(Surname, IsNotTakenForAGivenName) {
  Surname john;
  const auto elton = john.add_bearer("Elton John", true);
  const auto kerry = john.add_bearer("John Kerry", false);
  add(john, elton, kJanuary2020, 2);
  add(john, kerry, kJanuary2020, 8);
  EXPECT_EQ(meant(john, kJanuary2020), "nobody");
}

TEST(Surname, CountsThoseOfWhomNoMoreIsKnown) {
  Surname surname;
  const auto one = surname.add_bearer("Ana Tavares", true);
  add(surname, one, kJanuary2020, 5);
  for (int i = 0; i < 5; ++i) surname.add_article(kJanuary2020, std::nullopt);
  EXPECT_EQ(meant(surname, kJanuary2020), "nobody");
}

TEST(Surname, DoesNotDependOnTheOrderOfItsArticles) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<Month, std::size_t>> articles;
    for (int i = 0; i < 30; ++i) {
      articles.emplace_back(kJanuary2020 + static_cast<std::int32_t>(random() % 40),
                            random() % 8 == 0 ? 1 : 0);
    }
    const auto told = [&] {
      Surname surname;
      surname.add_bearer("A B", true);
      surname.add_bearer("C B", true);
      for (const auto& [month, bearer] : articles) surname.add_article(month, bearer);
      std::string out;
      for (std::int32_t month = 0; month < 40; ++month) {
        out += meant(surname, kJanuary2020 + month) + " ";
      }
      return out;
    };
    const std::string before = told();
    std::shuffle(articles.begin(), articles.end(), random);
    EXPECT_EQ(told(), before);
  }
}

TEST(Surname, MeansNobodyOutsideItsSpan) {
  Surname surname;
  EXPECT_EQ(surname.span(), std::nullopt);
  add(surname, surname.add_bearer("A B", true), kJanuary2020, 20);
  const auto span = surname.span();
  ASSERT_TRUE(span);
  EXPECT_EQ(meant(surname, span->first), "A B");
  EXPECT_EQ(meant(surname, span->second), "A B");
  EXPECT_EQ(meant(surname, span->first - 1), "nobody");
  EXPECT_EQ(meant(surname, span->second + 1), "nobody");
}

}  // namespace
}  // namespace dateline::search
