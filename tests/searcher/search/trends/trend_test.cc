// How many articles there are over time: compared with a count by hand over many articles, and rule
// by rule.
#include "searcher/search/trends/trend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "searcher/search/searcher.h"
#include "tests/searcher/search/small_index.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;
using ::testing::ElementsAre;
using testing::make_article;
using testing::SmallIndex;

Request asking(Span by, const std::string& from = {}, const std::string& to = {}) {
  Request request;
  request.by = by;
  request.from = from;
  request.to = to;
  return request;
}

// "2020-01-01:3" for each bucket.
std::vector<std::string> lines(const TrendSeries& series) {
  std::vector<std::string> out;
  for (const TrendBucket& bucket : series.buckets) {
    out.push_back(bucket.start + ":" + std::to_string(bucket.articles) + "/" +
                  std::to_string(bucket.all));
  }
  return out;
}

class TrendTest : public ::testing::Test {
 protected:
  void open() {
    index_.close();
    searcher_ = std::make_unique<Searcher>(Searcher::open({index_.place()}).value());
  }
  Trend trend(const std::vector<std::string>& queries, const Request& request) {
    auto trend = searcher_->trend(queries, request);
    EXPECT_TRUE(trend) << trend.error().to_string();
    return trend ? *trend : Trend();
  }

  SmallIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(TrendTest, SpansWithoutArticlesAreZeroAndQueriesStandSideBySide) {
  index_.put(make_article("a", "Harbour", "ships", "2019-11-05"));
  index_.put(make_article("b", "Harbour", "ships", "2020-02-10T23:30:00-05:00"));
  index_.put(make_article("c", "Bridge", "cars", "2020-01-31"));
  index_.put(make_article("d", "Harbour without a date", "ships"));
  open();
  const Trend months = trend({"harbour", "bridge"}, asking(Span::kMonth));
  ASSERT_EQ(months.series.size(), 2U);
  EXPECT_THAT(lines(months.series[0]),
              ElementsAre("2019-11-01:1/1", "2019-12-01:0/0", "2020-01-01:0/1", "2020-02-01:1/1"));
  EXPECT_THAT(lines(months.series[1]),
              ElementsAre("2019-11-01:0/1", "2019-12-01:0/0", "2020-01-01:1/1", "2020-02-01:0/1"));
  EXPECT_EQ(months.series[0].total, 3U);
  EXPECT_EQ(months.series[0].undated, 1U);
  ASSERT_EQ(months.notices.size(), 1U);
  EXPECT_EQ(months.notices[0].code, "undated");
  EXPECT_THAT(lines(trend({"harbour"}, asking(Span::kYear)).series[0]),
              ElementsAre("2019-01-01:1/1", "2020-01-01:1/2"));
}

TEST_F(TrendTest, AWeekBeginsOnMonday) {
  index_.put(make_article("sunday", "Harbour", "x", "2020-01-05"));
  index_.put(make_article("monday", "Harbour", "x", "2020-01-06"));
  open();
  EXPECT_THAT(lines(trend({"harbour"}, asking(Span::kWeek)).series[0]),
              ElementsAre("2019-12-30:1/1", "2020-01-06:1/1"));
}

TEST_F(TrendTest, TheRangeAskedForIsShownWhole) {
  index_.put(make_article("a", "Harbour", "x", "2020-01-15"));
  index_.put(make_article("b", "Other", "x", "2020-01-02"));
  index_.put(make_article("c", "Harbour", "x", "2021-01-15"));
  open();
  const Trend some = trend({"harbour"}, asking(Span::kMonth, "2019-12", "2020-02"));
  EXPECT_THAT(lines(some.series[0]),
              ElementsAre("2019-12-01:0/0", "2020-01-01:1/2", "2020-02-01:0/0"));
  // All articles are counted within the range too.
  EXPECT_THAT(lines(trend({"harbour"}, asking(Span::kMonth, "2020-01-10", "2020-01")).series[0]),
              ElementsAre("2020-01-01:1/1"));
  EXPECT_TRUE(trend({"nothing"}, asking(Span::kMonth)).series[0].buckets.empty());
}

TEST_F(TrendTest, AYearByMistakeDoesNotMakeAnAnswerEndless) {
  index_.put(make_article("a", "Harbour", "x", "0001-01-01"));
  index_.put(make_article("b", "Harbour", "x", "9999-12-31"));
  open();
  const Trend days = trend({"harbour"}, asking(Span::kDay));
  EXPECT_EQ(days.by, Span::kYear);
  EXPECT_EQ(days.series[0].buckets.size(), 9999U);
  ASSERT_FALSE(days.notices.empty());
  EXPECT_EQ(days.notices[0].code, "trend-by");
}

TEST_F(TrendTest, WrongQuestionsAreRefused) {
  index_.put(make_article("a", "Harbour", "x", "2020-01-15"));
  open();
  EXPECT_EQ(searcher_->trend({}, {}).error().code, ErrorCode::kUsage);
  EXPECT_EQ(searcher_->trend(std::vector<std::string>(kMaxTrendQueries + 1, "a"), {}).error().code,
            ErrorCode::kUsage);
  EXPECT_EQ(searcher_->trend({"harbour", "(bridge"}, {}).error().code, ErrorCode::kQuery);
  EXPECT_EQ(searcher_->trend({"harbour"}, asking(Span::kDay, "nonsense")).error().code,
            ErrorCode::kUsage);
}

TEST_F(TrendTest, WithoutTimeItIsPartial) {
  index_.put(make_article("a", "Harbour", "x", "2020-01-15"));
  open();
  Request hurried = asking(Span::kDay);
  hurried.deadline = chrono::milliseconds(0);
  const Trend cut = trend({"harbour"}, hurried);
  EXPECT_TRUE(cut.partial);
  EXPECT_EQ(cut.notices.back().code, "deadline");
}

// Articles of random days over several segments, some replaced, some removed, some hidden.
TEST_F(TrendTest, CountsAreThoseOfACountByHand) {
  std::mt19937 random(7);
  std::map<std::string, Article> kept;
  for (int i = 0; i < 300; ++i) {
    const std::string id = "a" + std::to_string(random() % 200);
    const auto day = chrono::sys_days(chrono::year(2019) / 11 / 20) + chrono::days(random() % 90);
    Article article = make_article(id, random() % 2 == 0 ? "Harbour" : "Bridge", "words",
                                   format_day(chrono::year_month_day(day)));
    if (random() % 4 == 0) article.access = {"board"};
    index_.put(article);
    kept[id] = article;
    if (random() % 10 == 0 && kept.size() > 1) {
      index_.remove(kept.begin()->first);
      kept.erase(kept.begin());
    }
    if (i % 60 == 59) index_.commit();
  }
  open();
  for (const bool sees_all : {true, false}) {
    for (const Span by : {Span::kDay, Span::kWeek, Span::kMonth, Span::kYear}) {
      std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> expected;
      for (const auto& [id, article] : kept) {
        if (!sees_all && !article.access.empty()) continue;
        const auto start = start_of(by, chrono::sys_days(article.published->day()));
        auto& [harbour, all] = expected[format_day(chrono::year_month_day(start))];
        if (article.headline == "Harbour") ++harbour;
        ++all;
      }
      Request request = asking(by);
      if (!sees_all) request.groups.emplace();
      const Trend counted = trend({"harbour", "harbour OR bridge"}, request);
      for (const TrendBucket& bucket : counted.series[0].buckets) {
        EXPECT_EQ(bucket.articles, expected[bucket.start].first) << bucket.start;
        EXPECT_EQ(bucket.all, expected[bucket.start].second) << bucket.start;
      }
      for (const TrendBucket& bucket : counted.series[1].buckets) {
        EXPECT_EQ(bucket.articles, bucket.all) << bucket.start;
      }
    }
  }
}

}  // namespace
}  // namespace dateline::search
