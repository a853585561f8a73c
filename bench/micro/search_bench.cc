// Searching: snippets by length of body, and whole searches by kind of query over 5,000 invented
// articles whose words follow Zipf's law.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>

#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"
#include "searcher/search/searcher.h"
#include "searcher/search/snippet/snippet.h"

namespace {

using namespace std::chrono_literals;

constexpr unsigned kSeed = 20200106;
constexpr int kArticles = 5'000;

// The word of a rank: letters that spell the rank, so that a query can ask for a frequency.
std::string word_of(std::size_t rank) {
  std::string word = "w";
  for (; rank > 0; rank /= 20) word += "bcdfghjklmnprstvaeio"[rank % 20];
  return word;
}

class Prose {
 public:
  explicit Prose(unsigned seed) : random_(seed) {}

  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += word_of(rank());
      text += i % 51 == 50 ? ".\n\n" : i % 17 == 16 ? ". " : " ";
    }
    return text;
  }

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

 private:
  // Zipf with exponent 1 over 50,000 words, by inversion of its continuous form.
  std::size_t rank() {
    constexpr double kWords = 50'000;
    const double uniform = static_cast<double>(random_()) / 4294967296.0;
    return static_cast<std::size_t>(std::pow(kWords, uniform));
  }

  std::mt19937 random_;
};

dateline::Article article(int number, Prose& prose) {
  dateline::Article made;
  made.id = "a" + std::to_string(number);
  made.headline = prose.words(8);
  made.body = prose.words(200 + prose.below(400));
  made.language = "en";
  const auto day =
      std::chrono::sys_days(std::chrono::year{2015} / 1 / 1) + std::chrono::days(prose.below(2000));
  made.published = dateline::Timestamp(std::chrono::year_month_day(day));
  return made;
}

// Built once a run, gone at its end.
class BenchIndex {
 public:
  BenchIndex() {
    place_ = std::filesystem::temp_directory_path() /
             ("dateline-search-bench-" + std::to_string(::getpid()));
    auto writer = dateline::indexer::IndexWriter::open(place_.string());
    if (!writer) std::exit(1);
    dateline::indexer::ArticleAnalyser analyser;
    Prose prose(kSeed);
    for (int i = 0; i < kArticles; ++i) {
      if (!(*writer)->add(analyser.analyse(article(i, prose), ""))) std::exit(1);
    }
    if (!(*writer)->commit()) std::exit(1);
  }
  ~BenchIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(place_, ignored);
  }
  BenchIndex(const BenchIndex&) = delete;
  BenchIndex& operator=(const BenchIndex&) = delete;

  std::string place() const { return place_.string(); }

 private:
  std::filesystem::path place_;
};

dateline::search::Searcher& searcher() {
  static const BenchIndex kIndex;
  static auto opened = dateline::search::Searcher::open({kIndex.place()});
  if (!opened) std::exit(1);
  return *opened;
}

void ask(benchmark::State& state, const dateline::search::Request& request) {
  std::uint64_t total = 0;
  dateline::search::Searcher& open = searcher();
  for (auto _ : state) {
    auto answer = open.search(request);
    if (!answer) {
      state.SkipWithError(answer.error().message.c_str());
      return;
    }
    total = answer->total.value;
  }
  state.counters["total"] = static_cast<double>(total);
}

dateline::search::Request words(std::string query) {
  dateline::search::Request request;
  request.query = std::move(query);
  request.deadline = 60s;
  return request;
}

const std::string kCommon = word_of(20);
const std::string kMiddling = word_of(300);
const std::string kRare = word_of(5'000);

void BM_SearchCommonWord(benchmark::State& state) { ask(state, words(kCommon)); }
void BM_SearchRareWord(benchmark::State& state) { ask(state, words(kRare)); }
void BM_SearchAllWords(benchmark::State& state) { ask(state, words(kCommon + " " + kMiddling)); }
void BM_SearchAnyWord(benchmark::State& state) {
  auto request = words(kCommon + " " + kMiddling + " " + kRare);
  request.match = dateline::search::Match::kAny;
  ask(state, request);
}
void BM_SearchPhrase(benchmark::State& state) {
  ask(state, words("\"" + word_of(2) + " " + word_of(3) + "\""));
}
void BM_SearchWildcard(benchmark::State& state) { ask(state, words(kMiddling.substr(0, 2) + "*")); }
void BM_SearchHeadline(benchmark::State& state) { ask(state, words("headline:" + kMiddling)); }
void BM_SearchDateRange(benchmark::State& state) {
  ask(state, words(kCommon + " date:2016-03..2017"));
}
void BM_SearchNewestFirst(benchmark::State& state) {
  auto request = words(kCommon);
  request.sort = dateline::search::Sort::kNewest;
  ask(state, request);
}
void BM_SearchCount(benchmark::State& state) {
  auto request = words(kCommon + " OR " + kMiddling);
  request.count_only = true;
  ask(state, request);
}
void BM_SearchWithoutSnippets(benchmark::State& state) {
  auto request = words(kCommon + " " + kMiddling);
  request.snippet_chars = 0;
  ask(state, request);
}
BENCHMARK(BM_SearchCommonWord);
BENCHMARK(BM_SearchRareWord);
BENCHMARK(BM_SearchAllWords);
BENCHMARK(BM_SearchAnyWord);
BENCHMARK(BM_SearchPhrase);
BENCHMARK(BM_SearchWildcard);
BENCHMARK(BM_SearchHeadline);
BENCHMARK(BM_SearchDateRange);
BENCHMARK(BM_SearchNewestFirst);
BENCHMARK(BM_SearchCount);
BENCHMARK(BM_SearchWithoutSnippets);

dateline::query::Mark stem_of(const std::string& stem) {
  return {dateline::query::Mark::Kind::kStems, nullptr, {stem}, {}, 1, true};
}

// Argument: bytes of body.
void BM_Snippet(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0));
  std::string body = Prose(kSeed).words(bytes / 4);
  body.resize(bytes);
  dateline::search::Stemmers stemmers;
  dateline::search::SnippetMaker maker({stem_of(kMiddling), stem_of(kRare)}, {8, 12}, 240,
                                       stemmers);
  dateline::Article article;
  article.language = "en";
  for (auto _ : state) benchmark::DoNotOptimize(maker.make(article, body));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_Snippet)->Arg(1 << 10)->Arg(5 << 10)->Arg(64 << 10)->Arg(1 << 20);

}  // namespace
