// Ranges of days find what a look at each article finds, with few terms.
#include "searcher/query/building/day_terms.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/query/small_index.h"

namespace dateline::query::day_terms_test {
namespace {

namespace chrono = std::chrono;
using chrono::year_month_day;

std::string digits_of(year_month_day day) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

SmallIndex index_of(const std::vector<year_month_day>& days) {
  std::vector<SmallArticle> articles{{.headline = "Undated"}};
  for (const year_month_day day : days) {
    articles.push_back({.headline = "Dated", .day = digits_of(day)});
  }
  return SmallIndex(articles);
}

class Days {
 public:
  explicit Days(unsigned seed) : random_(seed) {}

  year_month_day between(int first_year, int last_year) {
    const auto pick = [&](int least, int most) {
      return std::uniform_int_distribution<int>(least, most)(random_);
    };
    // Edges of months and years are met often.
    const int month = pick(0, 2) == 0 ? (pick(0, 1) == 0 ? 1 : 12) : pick(1, 12);
    const chrono::year_month in(chrono::year(pick(first_year, last_year)),
                                chrono::month(static_cast<unsigned>(month)));
    const year_month_day last(in / chrono::last);
    const int end = static_cast<int>(static_cast<unsigned>(last.day()));
    const int day = pick(0, 2) == 0 ? (pick(0, 1) == 0 ? 1 : end) : pick(1, end);
    return in / chrono::day(static_cast<unsigned>(day));
  }

  bool one_in(int n) { return std::uniform_int_distribution<int>(1, n)(random_) == 1; }

 private:
  std::mt19937 random_;
};

void expect_as_a_scan(const std::vector<year_month_day>& days, Days& random, int first, int last) {
  const SmallIndex index = index_of(days);
  for (int round = 0; round < 300; ++round) {
    DayRange range;
    if (!random.one_in(4)) range.first = random.between(first, last);
    if (!range.first || !random.one_in(4)) range.last = random.between(first, last);
    std::set<Xapian::docid> expected;
    for (std::size_t i = 0; i < days.size(); ++i) {
      const bool in =
          (!range.first || days[i] >= *range.first) && (!range.last || days[i] <= *range.last);
      if (in) expected.insert(static_cast<Xapian::docid>(i + 2));
    }
    DatabaseTerms terms(index.db());
    const Xapian::Query query = days_in(terms, range);
    EXPECT_EQ(find_in(index.db(), query), expected) << print(range);
    EXPECT_LE(query.get_length(), kMostYears + 2 * (11 + 30)) << print(range);
  }
}

TEST(DayTerms, ARangeIsWhatAScanFinds) {
  Days random(1);
  std::vector<year_month_day> days;
  for (int i = 0; i < 300; ++i) days.push_back(random.between(2015, 2024));
  expect_as_a_scan(days, random, 2014, 2025);
}

TEST(DayTerms, AnArticleOfTheYearOneAndOneOf9999MakeNoRangeLong) {
  Days random(2);
  std::vector<year_month_day> days;
  for (int i = 0; i < 200; ++i) days.push_back(random.between(2015, 2024));
  days.push_back(chrono::year(1) / 1 / 1);
  days.push_back(chrono::year(9999) / 12 / 31);
  expect_as_a_scan(days, random, 2010, 2030);
  expect_as_a_scan(days, random, 1, 9999);
}

TEST(DayTerms, ArticlesOfThousandsOfYearsAreComparedByTheirDays) {
  Days random(3);
  std::vector<year_month_day> days;
  for (int i = 0; i < 1500; ++i) days.push_back(random.between(1, 9999));
  expect_as_a_scan(days, random, 1, 9999);
}

TEST(DayTerms, WithoutDatesNothingIsInARange) {
  const SmallIndex index({{.headline = "Undated"}, {.headline = "Undated"}});
  DayRange range;
  range.first = chrono::year(2020) / 1 / 1;
  DatabaseTerms terms(index.db());
  EXPECT_TRUE(find_in(index.db(), days_in(terms, range)).empty());
}

}  // namespace
}  // namespace dateline::query::day_terms_test
