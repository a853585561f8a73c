// Names a second: words that are prepared, names as they are written, and what is spelled alike.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/names/comparison.h"
#include "common/names/person_comparison.h"
#include "common/names/person_words.h"
#include "common/names/spelling.h"

namespace dateline::names {
namespace {

constexpr std::array<std::string_view, 16> kNames{
    "Qassem Soleimani", "Mark Esper",      "Angela Merkel",        "Volodymyr Zelensky",
    "Xi Jinping",       "John F. Kennedy", "Thein Sein",           "Tony Snow",
    "Muammar Gaddafi",  "Boris Yeltsin",   "Ursula von der Leyen", "Nancy Pelosi",
    "Hassan Rouhani",   "Kim Jong Un",     "Benjamin Netanyahu",   "Jair Bolsonaro"};

// Each name against the next: words with keys that differ.
void words_that_differ(benchmark::State& state) {
  std::vector<Spelling> words;
  for (const std::string_view name : kNames) {
    words.push_back(person_words(name).words.back().spelling);
  }
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        compare_words(words[at % words.size()], words[(at + 1) % words.size()]));
    ++at;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(words_that_differ);

void words_that_are_alike(benchmark::State& state) {
  const Spelling a = spell("soleimani");
  const Spelling b = spell("suleymani");
  for (auto _ : state) benchmark::DoNotOptimize(compare_words(a, b));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(words_that_are_alike);

void persons_that_differ(benchmark::State& state) {
  std::vector<PersonWords> persons;
  for (const std::string_view name : kNames) persons.push_back(person_words(name));
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        person_margin(persons[at % persons.size()], persons[(at + 1) % persons.size()]));
    ++at;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(persons_that_differ);

void names_as_written(benchmark::State& state) {
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(compare_names(kNames[at % kNames.size()],
                                           kNames[(at + 1) % kNames.size()], NameKind::kPerson));
    ++at;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(names_as_written);

}  // namespace
}  // namespace dateline::names
