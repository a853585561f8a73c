// Speed of the text analysis. The text is the shipped fixtures' where they are present, else made
// up here with a fixed seed; DATELINE_BENCH_TEXT names a file to take instead. Bytes per second are
// of source text.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "common/text/fold.h"
#include "common/text/spelling.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"

namespace dateline::text {
namespace {

constexpr std::size_t kTextBytes = std::size_t{4} << 20;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The prose of the fixtures: their sources, without markup.
std::string fixture_text() {
  const std::filesystem::path folder = std::string(DATELINE_SOURCE_DIR) + "/corpus/fixtures/source";
  std::string out;
  if (!std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") out += read_file(entry.path());
  }
  return out;
}

// Words of two to eleven letters, one in eight with a capital, a comma or full stop now and then.
std::string generated_text() {
  std::mt19937 random(20200106);
  std::string out;
  while (out.size() < kTextBytes) {
    const std::uint64_t size = 2 + random() % 10;
    const std::size_t begin = out.size();
    for (std::uint64_t i = 0; i < size; ++i) out += static_cast<char>('a' + random() % 26);
    if (random() % 8 == 0) out[begin] = static_cast<char>(out[begin] - 32);
    out += random() % 12 == 0 ? ", " : random() % 15 == 0 ? ". " : " ";
  }
  return out;
}

std::string repeated(const std::string& text) {
  std::string out;
  while (!text.empty() && out.size() < kTextBytes) out += text;
  return out;
}

const std::string& english() {
  static const std::string kText = [] {
    const char* const named = std::getenv("DATELINE_BENCH_TEXT");
    std::string text = named != nullptr ? read_file(named) : fixture_text();
    return text.empty() ? generated_text() : repeated(text);
  }();
  return kText;
}

const std::string& russian() {
  static const std::string kText =
      repeated("Министр обороны заявил, что войска останутся в стране до конца года. ");
  return kText;
}

const std::string& japanese() {
  static const std::string kText = repeated("国防相は、部隊が年末まで国内に留まると述べた。");
  return kText;
}

const std::string& compounds() {
  static const std::string kText =
      repeated("U.S.-led anti-corruption 5,000-strong F-35s “state-of-the-art” Iraq’s COVID-19, ");
  return kText;
}

const std::string& french() {
  static const std::string kText = repeated(
      "L’élection présidentielle a été reportée à l’année prochaine, déclare le ministre. ");
  return kText;
}

constexpr std::array kLanguages{"en", "ru", "ja", "en", "fr"};

const std::string& text_for(std::int64_t kind) {
  const std::array<const std::string& (*)(), 5> texts{english, russian, japanese, compounds,
                                                      french};
  return texts.at(static_cast<std::size_t>(kind))();
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void tokens(benchmark::State& state) {
  const std::string& text = text_for(state.range(0));
  Tokenizer tokenizer;
  std::uint64_t count = 0;
  while (state.KeepRunning()) {
    tokenizer.start(text);
    for (Token token{}; tokenizer.next(token); ++count) benchmark::DoNotOptimize(token);
  }
  count_bytes(state, text.size());
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
}

void tokens_and_stems(benchmark::State& state) {
  const std::string& text = text_for(state.range(0));
  Tokenizer tokenizer;
  Stemmer stemmer(kLanguages.at(static_cast<std::size_t>(state.range(0))));
  while (state.KeepRunning()) {
    tokenizer.start(text);
    for (Token token{}; tokenizer.next(token);) {
      if (!token.stemmable) continue;
      benchmark::DoNotOptimize(stemmer.stem(token.form));
      const std::string_view source(text.data() + token.begin, token.end - token.begin);
      benchmark::DoNotOptimize(stemmer.accented_stem(token.form, source));
    }
  }
  count_bytes(state, text.size());
}

void folding(benchmark::State& state) {
  const std::string_view word = state.range(0) == 0 ? "Président" : "Ελευθερίᾳ";
  std::string out;
  while (state.KeepRunning()) {
    out.clear();
    append_folded(out, word);
    benchmark::DoNotOptimize(out);
  }
  count_bytes(state, word.size());
}

// What a query does with each of its words.
void spellings(benchmark::State& state) {
  constexpr std::array<std::string_view, 4> kWords{"parliament", "organisations", "favourable",
                                                   "anaesthetised"};
  const std::string_view word = kWords.at(static_cast<std::size_t>(state.range(0)));
  while (state.KeepRunning()) benchmark::DoNotOptimize(other_spellings(word));
}

BENCHMARK(tokens)->ArgName("text")->DenseRange(0, 4)->Unit(benchmark::kMillisecond);
BENCHMARK(tokens_and_stems)->ArgName("text")->DenseRange(0, 4)->Unit(benchmark::kMillisecond);
BENCHMARK(folding)->ArgName("word")->DenseRange(0, 1);
BENCHMARK(spellings)->ArgName("word")->DenseRange(0, 3);

}  // namespace
}  // namespace dateline::text
