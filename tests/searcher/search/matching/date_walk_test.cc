#include "searcher/search/matching/date_walk.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "searcher/search/matching/ranking.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;
using query::DayRange;

chrono::year_month_day day(int year, unsigned month, unsigned of_month) {
  return chrono::year(year) / chrono::month(month) / chrono::day(of_month);
}

// Days, each with so many articles.
struct Day {
  std::string digits;
  int articles;
};

Xapian::WritableDatabase index_of(const std::vector<Day>& days) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const Day& one : days) {
    for (int i = 0; i < one.articles; ++i) {
      Xapian::Document document;
      document.add_boolean_term("Y" + one.digits.substr(0, 4));
      document.add_boolean_term("M" + one.digits.substr(0, 6));
      document.add_boolean_term("D" + one.digits);
      db.add_document(document);
    }
  }
  return db;
}

const std::vector<Day> kDays{
    {"20191231", 4}, {"20200101", 1}, {"20200131", 2}, {"20200203", 3}, {"20210704", 1}};

TEST(DaysWith, AreTheLatestThatHaveSoManyArticles) {
  const auto db = index_of(kDays);
  EXPECT_EQ(days_with(db, Sort::kNewest, 1), (DayRange{day(2021, 7, 4), {}}));
  EXPECT_EQ(days_with(db, Sort::kNewest, 2), (DayRange{day(2020, 2, 3), {}}));
  EXPECT_EQ(days_with(db, Sort::kNewest, 4), (DayRange{day(2020, 2, 3), {}}));
  EXPECT_EQ(days_with(db, Sort::kNewest, 5), (DayRange{day(2020, 1, 31), {}}));
  EXPECT_EQ(days_with(db, Sort::kNewest, 8), (DayRange{day(2019, 12, 31), {}}));
  EXPECT_EQ(days_with(db, Sort::kNewest, 11), (DayRange{day(2019, 12, 31), {}}));
}

TEST(DaysWith, AreTheEarliestWhereTheOldestComeFirst) {
  const auto db = index_of(kDays);
  EXPECT_EQ(days_with(db, Sort::kOldest, 1), (DayRange{{}, day(2019, 12, 31)}));
  EXPECT_EQ(days_with(db, Sort::kOldest, 5), (DayRange{{}, day(2020, 1, 1)}));
  EXPECT_EQ(days_with(db, Sort::kOldest, 11), (DayRange{{}, day(2021, 7, 4)}));
}

TEST(DaysWith, ThereAreNoneWhereAllDaysHaveFewer) {
  EXPECT_EQ(days_with(index_of(kDays), Sort::kNewest, 12), std::nullopt);
  EXPECT_EQ(days_with(index_of({}), Sort::kNewest, 1), std::nullopt);
}

TEST(DaysWith, TooManyYearsAreNotLookedThrough) {
  std::vector<Day> days;
  for (int year = 1000; year < 1300; ++year) days.push_back({std::to_string(year) + "0101", 1});
  EXPECT_EQ(days_with(index_of(days), Sort::kNewest, 1), std::nullopt);
}

// Articles over three years at all hours and offsets, some without a date, some copies of others.
class DateWalkTest : public ::testing::Test {
 protected:
  static constexpr int kArticles = 7'000;

  static void SetUpTestSuite() {
    index_ = std::make_unique<testing::SmallIndex>();
    std::mt19937 random(14);
    for (int i = 0; i < kArticles; ++i) index_->put(article(i, random));
    index_->close();
    auto opened = store::IndexReader::open({index_->place()});
    ASSERT_TRUE(opened);
    reader_ = std::make_unique<store::IndexReader>(std::move(*opened));
  }

  static void TearDownTestSuite() {
    reader_.reset();
    index_.reset();
  }

  static Article article(int number, std::mt19937& random) {
    const unsigned draw = static_cast<unsigned>(random());
    const std::string body = "Common words of an article, number " +
                             std::to_string(draw % 9 == 0 ? number / 2 : number) + ".";
    if (draw % 50 == 0) return testing::make_article("a" + std::to_string(number), "", body);
    const chrono::year_month_day on{chrono::sys_days(day(2020, 1, 1)) +
                                    chrono::days(draw / 64 % 1000)};
    const char* const zones[] = {"Z", "+14:00", "-12:00", "+02:00"};
    const std::string when = format_day(on) + "T" + (draw % 3 == 0 ? "00" : "23") + ":15:0" +
                             std::to_string(draw % 10) + zones[draw / 16 % 4];
    return testing::make_article("a" + std::to_string(number), "", body, when);
  }

  static Xapian::Enquire enquire(Sort sort) {
    Xapian::Enquire made(reader_->database());
    apply_ranking(made, sort);
    made.set_query(reader_->live(Xapian::Query("common")));
    return made;
  }

  static std::optional<MatchPage> walked(const Request& request) {
    Xapian::Enquire made = enquire(request.sort);
    return find_page_by_date(made, request, *reader_, Deadline(chrono::hours(1)), 10'000);
  }

  static std::unique_ptr<testing::SmallIndex> index_;
  static std::unique_ptr<store::IndexReader> reader_;
};

std::unique_ptr<testing::SmallIndex> DateWalkTest::index_;
std::unique_ptr<store::IndexReader> DateWalkTest::reader_;

std::vector<Xapian::docid> numbers(const MatchPage& page) {
  std::vector<Xapian::docid> list;
  for (const PageMatch& match : page.list) list.push_back(match.document);
  return list;
}

TEST_F(DateWalkTest, FindsThePagesThatSortingAllMatchesFinds) {
  for (const Sort sort : {Sort::kNewest, Sort::kOldest}) {
    for (const Collapse collapse : {Collapse::kNone, Collapse::kStory}) {
      for (const std::size_t offset : {0U, 7U, 180U}) {
        Request request;
        request.sort = sort;
        request.collapse = collapse;
        request.offset = offset;
        const auto page = walked(request);
        ASSERT_TRUE(page);
        Xapian::Enquire all = enquire(sort);
        const MatchPage sorted = find_page(all, request, *reader_, 10'000);
        EXPECT_EQ(numbers(*page), numbers(sorted));
        EXPECT_EQ(page->list.front().rank, offset + 1);
      }
    }
  }
}

TEST_F(DateWalkTest, CountsAllThatMatch) {
  Request request;
  request.sort = Sort::kNewest;
  const auto page = walked(request);
  ASSERT_TRUE(page && page->counted && page->counted->stories);
  EXPECT_EQ(page->counted->articles.value, static_cast<std::uint64_t>(kArticles));
  EXPECT_EQ(page->counted->articles.relation, TotalRelation::kExact);
  Xapian::Enquire all = enquire(request.sort);
  EXPECT_EQ(page->counted->stories->value,
            find_page(all, request, *reader_, 10'000).found.get_matches_lower_bound());
}

TEST_F(DateWalkTest, BeyondTheBoundItEstimates) {
  Request request;
  request.sort = Sort::kNewest;
  Xapian::Enquire made = enquire(request.sort);
  const auto page = find_page_by_date(made, request, *reader_, Deadline(chrono::hours(1)), 1'000);
  ASSERT_TRUE(page && page->counted);
  EXPECT_EQ(page->counted->articles.relation, TotalRelation::kEstimate);
  EXPECT_EQ(page->counted->articles.value, static_cast<std::uint64_t>(kArticles));
}

TEST_F(DateWalkTest, FewMatchesAndPagesBehindTheDatedAreLeftToSorting) {
  Request request;
  request.sort = Sort::kNewest;
  request.offset = kArticles - 20;
  EXPECT_FALSE(walked(request));
  request.offset = 0;
  Xapian::Enquire few(reader_->database());
  apply_ranking(few, request.sort);
  few.set_query(Xapian::Query("nothing"));
  EXPECT_FALSE(
      find_page_by_date(few, request, *reader_, Deadline(chrono::hours(1)), 10'000).has_value());
}

}  // namespace
}  // namespace dateline::search
