// What a query costs before anything is searched: parsing, and compiling against an index of
// generated words. The worst queries are those at the bounds; parsing any must stay under 50 ms.
#include <benchmark/benchmark.h>
#include <xapian.h>

#include <random>
#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "searcher/query/language/parser.h"
#include "searcher/query/query.h"

namespace dateline::query {
namespace {

std::string repeated(const std::string& piece) {
  std::string out;
  while (out.size() + piece.size() <= kMaxQueryBytes) out += piece;
  return out;
}

std::string query_named(int which) {
  switch (which) {
    case 0:
      return "iraq";
    case 1:
      return "iraq troops withdrawal";
    case 2:
      return "\"onward movement\" AND headline:pentagon";
    case 3:
      return "(person:\"Mark Esper\" OR milley) troops NEAR/5 (iraq OR \"green zone\") date:2020";
    case 4:
      return repeated("a OR b ");
    case 5:
      return repeated("NOT ").substr(4) + "a";
    case 6:
      return repeated("-headline:(a) ");
    case 7:
      return repeated("ab cd ");
    default:
      return repeated("(((a) b) ");
  }
}

void parse_text(benchmark::State& state) {
  const std::string text = query_named(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(parse(text, Match::kAll));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.SetLabel(text.substr(0, 40));
}
BENCHMARK(parse_text)->DenseRange(0, 8)->Unit(benchmark::kMicrosecond);

// 200,000 words of three to ten letters, each in headline and body.
const Xapian::Database& vocabulary() {
  static const Xapian::WritableDatabase kIndex = [] {
    Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
    std::mt19937 random(20200106);
    for (int document = 0; document < 1000; ++document) {
      Xapian::Document made;
      for (unsigned position = 1; position <= 200; ++position) {
        std::string word;
        for (auto letters = 3 + random() % 8; letters > 0; --letters) {
          word += static_cast<char>('a' + random() % 26);
        }
        made.add_posting(word, position);
        made.add_posting(schema::make_term("S", word), position);
        made.add_term(schema::make_stem_term("", word));
      }
      db.add_document(made);
    }
    return db;
  }();
  return kIndex;
}

void compile_text(benchmark::State& state, const std::string& text) {
  const Xapian::Database& db = vocabulary();
  for (auto _ : state) benchmark::DoNotOptimize(compile(text, QueryOptions{}, db));
}
BENCHMARK_CAPTURE(compile_text, word, "withdrawal")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_text, words, "iraq troops withdrawal")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_text, phrase, "\"onward movement\"")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_text, prefix, "abc*")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(compile_text, suffix, "*abc")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compile_text, fuzzy, "withdrawal~")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compile_text, at_the_bounds, repeated("withdrawals "))
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline::query
