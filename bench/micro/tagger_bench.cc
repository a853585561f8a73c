// Speed of the taggers, of their words alone, and of the document pass. "items" are words. The text
// is the shipped fixtures' where they are present, else made up here; DATELINE_BENCH_TEXT names a
// file to take instead. Bytes per second are of source text, on one core.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/joining/document_pass.h"
#include "indexer/entities/model/default_tagger.h"
#include "indexer/entities/rules/rule_tagger.h"
#include "indexer/entities/tagger.h"
#include "indexer/entities/words/lexicon.h"
#include "indexer/entities/words/word.h"
#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer {
namespace {

// An article of the length that news sites publish.
constexpr std::size_t kArticleBytes = 4000;
constexpr std::size_t kTextBytes = std::size_t{2} << 20;

constexpr std::string_view kProse =
    "BAGHDAD (AP) — Defense Secretary Ann Esterly told reporters on Monday that troops would stay. "
    "The letter from Brig. Gen. William Seeley, addressed to the Ministry of Defense, had been a "
    "mistake, she said.\n\nEsterly added that the Food and Drug Administration (FDA) had no part "
    "in "
    "it. Officials in New York and São Paulo agreed, though few of them would say so in "
    "public.\n\n";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string source_text() {
  if (const char* path = std::getenv("DATELINE_BENCH_TEXT")) return read_file(path);
  const std::filesystem::path folder = std::string(DATELINE_SOURCE_DIR) + "/corpus/fixtures/source";
  std::string out;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") out += read_file(entry.path());
    }
  }
  return out.empty() ? std::string(kProse) : out;
}

// The text cut at line ends into pieces of an article's length, repeated to a size worth timing.
std::vector<std::string> make_articles() {
  const std::string text = source_text();
  std::vector<std::string> out;
  std::size_t bytes = 0;
  while (bytes < kTextBytes) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = text.find('\n', std::min(at + kArticleBytes, text.size()));
      if (end == std::string::npos) end = text.size();
      out.push_back(text.substr(at, end - at));
      bytes += end - at;
      at = end + 1;
    }
  }
  return out;
}

const std::vector<std::string>& articles() {
  static const std::vector<std::string> kArticles = make_articles();
  return kArticles;
}

std::size_t count_words() {
  std::size_t out = 0;
  for (const std::string& text : articles()) out += split_words(text, nullptr).size();
  return out;
}

template <typename Work>
void run(benchmark::State& state, const Work& work) {
  static const std::size_t kWords = count_words();
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : articles()) {
      work(text);
      bytes += text.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kWords));
}

void split_only(benchmark::State& state) {
  run(state, [](const std::string& text) {
    benchmark::DoNotOptimize(split_words(text, &Lexicon::get()));
  });
}
BENCHMARK(split_only);

void tag_by_rules(benchmark::State& state) {
  run(state, [](const std::string& text) { benchmark::DoNotOptimize(rule_tagger().tag(text)); });
}
BENCHMARK(tag_by_rules);

void tag(benchmark::State& state) {
  run(state, [](const std::string& text) { benchmark::DoNotOptimize(default_tagger().tag(text)); });
}
BENCHMARK(tag);

void document_pass(benchmark::State& state) {
  run(state, [](const std::string& text) {
    Article article;
    article.body = text;
    benchmark::DoNotOptimize(entities_of(article, default_tagger()));
  });
}
BENCHMARK(document_pass);

}  // namespace
}  // namespace dateline::indexer
