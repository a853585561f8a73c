#include "searcher/cluster/messages/trend_counts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/search/trending.h"
#include "searcher/search/trends/day_counting.h"
#include "tests/searcher/cluster/messages/cut_index.h"

namespace dateline::cluster::trend_counts_test {
namespace {

using dateline::testing::CutIndex;
using dateline::testing::drawn_queries;
using search::Extent;
using search::Request;
using search::Span;
using search::Trend;
using search::TrendCounts;

std::string text_of(const Trend& trend) {
  std::string text(search::name_of(trend.by));
  for (const search::TrendSeries& series : trend.series) {
    text += "\n" + series.query + " " + std::to_string(series.total) + " " +
            std::to_string(series.undated);
    for (const search::TrendBucket& bucket : series.buckets) {
      text += "\n" + bucket.start + " " + std::to_string(bucket.articles) + "/" +
              std::to_string(bucket.all) + (bucket.burst ? "*" : "");
    }
  }
  for (const query::Notice& notice : trend.notices) text += "\n" + notice.text;
  return text + (trend.partial ? "\npartial" : "");
}

Request asking(Span by, const std::string& from = {}, const std::string& to = {}) {
  Request request;
  request.by = by;
  request.from = from;
  request.to = to;
  request.sort = search::Sort::kNewest;
  return request;
}

TrendCounts over_the_wire(const TrendCounts& counts) {
  auto read = trend_counts_from(to_message(counts));
  EXPECT_TRUE(read) << read.error().to_string();
  EXPECT_EQ(*read, counts);
  return *read;
}

// As the parts' counts, added up, have it.
Trend of_parts(const CutIndex& index, const std::vector<std::string>& queries,
               const Request& request) {
  const search::Call call = index.call();
  auto compiled = search::compile_trend(queries, request, call);
  EXPECT_TRUE(compiled) << compiled.error().to_string();
  TrendCounts sum;
  for (std::size_t i = 0; i < index.parts(); ++i) {
    search::merge(
        over_the_wire(search::collect_trend(index.part(i), Extent::kPart, compiled->queries,
                                            request, CutIndex::clock(), call.deadline)),
        sum);
  }
  return search::trend_from(sum, queries, request, CutIndex::clock(), compiled->notices);
}

TEST(TrendCountsTest, PartsAddUpToTheTrendOfTheWhole) {
  const CutIndex& index = CutIndex::drawn();
  const std::vector<Request> requests{asking(Span::kDay),
                                      asking(Span::kWeek, "2010-03-05"),
                                      asking(Span::kMonth, "", "2011-02"),
                                      asking(Span::kMonth),
                                      asking(Span::kYear, "2009", "2012"),
                                      asking(Span::kDay, "1970", "2013")};
  std::size_t articles = 0;
  for (const std::string& query : drawn_queries()) {
    for (const Request& request : requests) {
      const auto whole = search::trend_of({query, "word2"}, request, index.call());
      ASSERT_TRUE(whole) << whole.error().to_string();
      EXPECT_EQ(text_of(of_parts(index, {query, "word2"}, request)), text_of(*whole));
      articles += whole->series.front().total;
    }
  }
  EXPECT_GT(articles, 1000U);
}

TEST(TrendCountsTest, APartThatWasCutShortMakesTheTrendPartial) {
  TrendCounts whole;
  TrendCounts cut;
  cut.partial = true;
  search::merge(over_the_wire(cut), whole);
  EXPECT_TRUE(
      search::trend_from(whole, {"word"}, asking(Span::kDay), CutIndex::clock(), {}).partial);
}

TEST(TrendCountsTest, WhatIsNoCountOfDaysIsRefused) {
  EXPECT_TRUE(trend_counts_from(""));
  EXPECT_FALSE(trend_counts_from("\xFF\xFF no message"));
  EXPECT_FALSE(trend_counts_from(std::string("\x12\x03\x0A\x01\x02", 5)))
      << "a day without a count";
  const std::string far("\x12\x0A\x0A\x05\xFE\xFF\xFF\xFF\x0F\x12\x01\x01", 12);
  EXPECT_FALSE(trend_counts_from(far)) << "a day of no year";
  EXPECT_FALSE(trend_counts_from(std::string("\x12\x08\x0A\x02\x02\x00\x12\x02\x01\x01", 10)))
      << "a day twice";
  TrendCounts many;
  many.series.resize(search::kMaxTrendQueries + 1);
  EXPECT_FALSE(trend_counts_from(to_message(many)));
}

}  // namespace
}  // namespace dateline::cluster::trend_counts_test
