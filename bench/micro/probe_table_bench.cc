// The table of common/base/probe_table.h beside std::unordered_map: counting numbers, of which
// there are as many as an article has words, a vocabulary, and more than the caches hold.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <unordered_map>
#include <vector>

#include "common/base/probe_table.h"

namespace dateline {
namespace {

std::vector<std::uint64_t> numbers(std::int64_t different) {
  std::mt19937_64 random(20200106);
  std::vector<std::uint64_t> out(std::size_t{1} << 20);
  for (std::uint64_t& number : out) {
    number = 1 + random() % static_cast<std::uint64_t>(different) * 0x10001;
  }
  return out;
}

struct Slot {
  std::uint64_t key = 0;
  std::uint64_t count = 0;
  bool is_free() const { return key == 0; }
};

void count_in_probe_table(benchmark::State& state) {
  const auto keys = numbers(state.range(0));
  for (auto _ : state) {
    ProbeTable<Slot> table;
    for (const std::uint64_t key : keys) {
      const std::uint64_t hash = spread(key);
      Slot& slot = table.find(hash, [key](const Slot& one) { return one.key == key; });
      if (slot.is_free()) {
        table.take(slot, hash, {key, 1}, [](const Slot& one) { return spread(one.key); });
      } else {
        ++slot.count;
      }
    }
    benchmark::DoNotOptimize(table.size());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
}
BENCHMARK(count_in_probe_table)->Arg(300)->Arg(100'000)->Arg(3'000'000);

struct Spread {
  std::size_t operator()(std::uint64_t key) const { return spread(key); }
};

void count_in_unordered_map(benchmark::State& state) {
  const auto keys = numbers(state.range(0));
  for (auto _ : state) {
    std::unordered_map<std::uint64_t, std::uint64_t, Spread> map;
    for (const std::uint64_t key : keys) ++map[key];
    benchmark::DoNotOptimize(map.size());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
}
BENCHMARK(count_in_unordered_map)->Arg(300)->Arg(100'000)->Arg(3'000'000);

}  // namespace
}  // namespace dateline
