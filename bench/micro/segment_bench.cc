// Articles into a segment, stage by stage: JSON, analysis, inversion and encoding, appending,
// merging. Text is drawn from a fixed seed with Zipf's frequencies; DATELINE_BENCH_JSONL names a
// file of records to be used instead.
//
// Rates are bytes of headline and body. The last case is the whole: two threads, each a lane,
// records in memory to a finished segment.
#include <benchmark/benchmark.h>

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/schema/article_json.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/segment/segment_builder.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kVocabulary = 50000;

std::string word_of(std::size_t rank) {
  std::string word;
  for (std::size_t rest = rank + 26; rest > 0; rest /= 26) {
    word += static_cast<char>('a' + rest % 26);
  }
  return word;
}

// Ranks with P(rank) ~ 1/rank: e to the power of something even.
std::string text_of(std::mt19937_64& random, int words) {
  std::uniform_real_distribution<double> even{0.0, 1.0};
  std::string out;
  for (int i = 0; i < words; ++i) {
    const double rank = std::exp(even(random) * std::log(double{kVocabulary}));
    out += word_of(static_cast<std::size_t>(rank)) + (i % 60 == 59 ? ".\n\n" : " ");
  }
  return out;
}

std::vector<std::string> generated_records(int count) {
  std::mt19937_64 random(20200106);
  std::vector<std::string> records;
  for (int i = 0; i < count; ++i) {
    Article article;
    article.id = "a" + std::to_string(i);
    article.language = "en";
    article.source = "The Post";
    article.headline = text_of(random, 8);
    article.body = text_of(random, 400);
    article.published = Timestamp::parse("2020-01-06T10:00:00Z");
    records.push_back(schema::to_json(article));
  }
  return records;
}

const std::vector<std::string>& records() {
  static const std::vector<std::string> kRecords = [] {
    const char* const path = std::getenv("DATELINE_BENCH_JSONL");
    if (path == nullptr) return generated_records(10000);
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
  }();
  return kRecords;
}

std::vector<Article> articles() {
  std::vector<Article> out;
  for (const std::string& record : records()) {
    if (auto article = schema::article_from_json(record)) out.push_back(std::move(*article));
  }
  return out;
}

std::uint64_t text_bytes(const Article& article) {
  return article.headline.size() + article.body.size();
}

class Scratch {
 public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "dateline-segment-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Scratch() { fs::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// One thread's stages are timed apart, since each iteration must leave out the others.
void parse(benchmark::State& state) {
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& record : records()) {
      const auto article = schema::article_from_json(record);
      bytes += article ? text_bytes(*article) : 0;
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(parse)->Unit(benchmark::kMillisecond);

void analyse(benchmark::State& state) {
  const auto input = articles();
  ArticleAnalyser analyser;
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    for (const Article& article : input) {
      benchmark::DoNotOptimize(analyser.analyse(article, "0123456789abcdef0123456789abcdef"));
      bytes += text_bytes(article);
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);

// What is measured: analysis with prepare and take, finish alone, or both.
enum Part : std::int64_t { kFill, kFinish, kAll };

void segment(benchmark::State& state) {
  const auto input = articles();
  const auto part = state.range(0);
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    if (part == kFinish) state.PauseTiming();
    Scratch scratch;
    auto builder =
        SegmentBuilder::create(BuilderKind::kGlass, scratch.path(), {1, std::uint64_t{512} << 20});
    ArticleAnalyser analyser;
    std::uint32_t number = 0;
    for (const Article& article : input) {
      auto prepared = (*builder)->prepare(0, ++number, analyser.analyse(article, article.id));
      if (!prepared || !(*builder)->take(std::move(*prepared))) state.SkipWithError("taking");
      bytes += text_bytes(article);
    }
    if (part == kFinish) state.ResumeTiming();
    if (part == kFill) state.PauseTiming();
    if (!(*builder)->finish({})) state.SkipWithError("finishing");
    if (part == kFill) state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(segment)
    ->ArgName("part")
    ->Arg(kFill)
    ->Arg(kFinish)
    ->Arg(kAll)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

// What lanes have prepared, until the one that takes comes to it.
class Prepared {
 public:
  void put(std::uint32_t number, std::unique_ptr<PreparedArticle> article) {
    const std::lock_guard lock(mutex_);
    waiting_[number] = std::move(article);
    arrived_.notify_one();
  }
  std::unique_ptr<PreparedArticle> get(std::uint32_t number) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return waiting_.contains(number); });
    return std::move(waiting_.extract(number).mapped());
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::map<std::uint32_t, std::unique_ptr<PreparedArticle>> waiting_;
};

void records_to_segment(benchmark::State& state) {
  const auto lanes = static_cast<unsigned>(state.range(0));
  std::atomic<std::uint64_t> bytes = 0;
  for (auto _ : state) {
    Scratch scratch;
    auto builder = SegmentBuilder::create(BuilderKind::kGlass, scratch.path(),
                                          {lanes, std::uint64_t{512} << 20});
    Prepared prepared;
    std::vector<std::thread> threads;
    std::atomic<std::uint32_t> next = 0;
    for (unsigned lane = 0; lane < lanes; ++lane) {
      threads.emplace_back([&, lane] {
        ArticleAnalyser analyser;
        for (std::uint32_t i = next++; i < records().size(); i = next++) {
          const auto article = schema::article_from_json(records()[i]);
          if (!article) std::abort();
          bytes += text_bytes(*article);
          auto one = (*builder)->prepare(lane, i + 1, analyser.analyse(*article, article->id));
          if (!one) std::abort();
          prepared.put(i + 1, std::move(*one));
        }
      });
    }
    for (std::uint32_t i = 0; i < records().size(); ++i) {
      if (!(*builder)->take(prepared.get(i + 1))) state.SkipWithError("taking");
    }
    for (std::thread& thread : threads) thread.join();
    if (!(*builder)->finish({})) state.SkipWithError("finishing");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.load()));
}
BENCHMARK(records_to_segment)
    ->ArgName("lanes")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace dateline::indexer
