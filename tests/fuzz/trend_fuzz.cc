// Any lines as what a trend is asked: the first is the span, the second and third the range, the others
// queries; against an index of articles of several days, years, and without a date.
//
// Whatever is answered adds up: a series for each query, as many buckets in each, as many articles in
// them as it has with a date in the range, and never more than there are.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/strings.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"
#include "searcher/search/request_options.h"
#include "searcher/search/searcher.h"
#include "tests/support/temporary_directory.h"

namespace dateline::search {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

// The place of an index that lives as long as the process.
std::string make_index() {
  static const testing::TemporaryDirectory kDirectory;
  std::string place = kDirectory.file("index");
  auto writer = indexer::IndexWriter::open(place);
  require(static_cast<bool>(writer));
  indexer::ArticleAnalyser analyser;
  for (const std::string day : {"1987-02-28", "2019-12-31", "2020-01-01", "2020-02-29", ""}) {
    Article article;
    article.id = "a" + day;
    article.headline = "Harbour strike";
    article.body = "A ferry on " + day;
    article.language = "en";
    if (!day.empty()) article.published = Timestamp::parse(day);
    require(static_cast<bool>((*writer)->add(analyser.analyse(article, ""))));
  }
  require(static_cast<bool>((*writer)->commit()));
  return place;
}

void check_series(const TrendSeries& series) {
  std::uint64_t met = 0;
  for (const TrendBucket& bucket : series.buckets) {
    require(bucket.articles <= bucket.all);
    met += bucket.articles;
  }
  require(met + series.undated <= series.total);
}

void try_lines(Searcher& searcher, std::string_view text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  if (lines.size() < 4) return;
  const auto request = request_from({{"by", std::string(lines[0])},
                                     {"from", std::string(lines[1])},
                                     {"to", std::string(lines[2])}});
  if (!request) return;
  const std::vector<std::string> queries(lines.begin() + 3, lines.end());
  const auto trend = searcher.trend(queries, *request);
  if (!trend) return;
  require(trend->series.size() == queries.size());
  for (const TrendSeries& series : trend->series) {
    require(series.buckets.size() == trend->series.front().buckets.size());
    check_series(series);
  }
}

}  // namespace
}  // namespace dateline::search

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static dateline::search::Searcher searcher =
      dateline::search::Searcher::open({dateline::search::make_index()}).value();
  dateline::search::try_lines(searcher, {reinterpret_cast<const char*>(data), size});
  return 0;
}
