// Articles into terms, and terms into an index. Text is drawn from a fixed seed with Zipf's
// frequencies, so that figures can be had again.
#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kVocabulary = 50000;

std::string word_of(std::size_t rank) {
  std::string word;
  for (std::size_t rest = rank + 26; rest > 0; rest /= 26) {
    word += static_cast<char>('a' + rest % 26);
  }
  return word;
}

// Ranks with P(rank) ~ 1/rank: e to the power of something even.
class Words {
 public:
  std::string next() {
    const double rank = std::exp(even_(random_) * std::log(double{kVocabulary}));
    return word_of(static_cast<std::size_t>(rank));
  }

  std::string text(int words) {
    std::string out;
    for (int i = 0; i < words; ++i) out += next() + (i % 60 == 59 ? ".\n\n" : " ");
    return out;
  }

 private:
  std::mt19937_64 random_{20200106};
  std::uniform_real_distribution<double> even_{0.0, 1.0};
};

std::vector<Article> make_articles(int count, int words) {
  Words source;
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    Article article;
    article.id = "a" + std::to_string(i);
    article.language = "en";
    article.source = "The Post";
    article.headline = source.text(8);
    article.body = source.text(words);
    article.published = Timestamp::parse("2020-01-06T10:00:00Z");
    articles.push_back(std::move(article));
  }
  return articles;
}

void set_rates(benchmark::State& state, const std::vector<Article>& articles) {
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.headline.size() + article.body.size();
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(articles.size()));
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
}

void analyse_articles(benchmark::State& state) {
  const auto articles = make_articles(200, static_cast<int>(state.range(0)));
  ArticleAnalyser analyser;
  for (auto _ : state) {
    for (const Article& article : articles) {
      benchmark::DoNotOptimize(analyser.analyse(article, "0123456789abcdef0123456789abcdef"));
    }
  }
  set_rates(state, articles);
}
BENCHMARK(analyse_articles)->ArgName("words")->Arg(150)->Arg(600)->Arg(5000);

// Into a fresh index each time, one commit at its end.
void write_index(benchmark::State& state) {
  const auto articles = make_articles(static_cast<int>(state.range(0)), 600);
  ArticleAnalyser analyser;
  std::vector<AnalysedArticle> analysed;
  analysed.reserve(articles.size());
  for (const Article& article : articles) analysed.push_back(analyser.analyse(article, ""));
  const std::string path =
      (std::filesystem::temp_directory_path() / "dateline-write-bench").string();
  for (auto _ : state) {
    std::filesystem::remove_all(path);
    auto writer = IndexWriter::open(path);
    if (!writer) return state.SkipWithError(writer.error().message.c_str());
    for (const AnalysedArticle& article : analysed) {
      if (!(*writer)->add(article)) return state.SkipWithError("adding failed");
    }
    if (!(*writer)->commit()) return state.SkipWithError("committing failed");
  }
  std::filesystem::remove_all(path);
  set_rates(state, articles);
}
BENCHMARK(write_index)->ArgName("articles")->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

// One changed article into an index that has many: to committed.
void replace_one_article(benchmark::State& state) {
  const auto articles = make_articles(2000, 600);
  ArticleAnalyser analyser;
  const std::string path =
      (std::filesystem::temp_directory_path() / "dateline-replace-bench").string();
  std::filesystem::remove_all(path);
  auto writer = IndexWriter::open(path);
  if (!writer) return state.SkipWithError(writer.error().message.c_str());
  for (const Article& article : articles) {
    if (!(*writer)->add(analyser.analyse(article, ""))) return state.SkipWithError("adding failed");
  }
  if (!(*writer)->commit()) return state.SkipWithError("committing failed");
  std::size_t at = 0;
  for (auto _ : state) {
    const Article& article = articles[at++ % articles.size()];
    if (!(*writer)->add(analyser.analyse(article, std::to_string(at))) || !(*writer)->commit()) {
      return state.SkipWithError("replacing failed");
    }
  }
  writer->reset();
  std::filesystem::remove_all(path);
}
BENCHMARK(replace_one_article)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline::indexer
