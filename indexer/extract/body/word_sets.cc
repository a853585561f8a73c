#include "indexer/extract/body/word_sets.h"

#include <algorithm>
#include <array>

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kShortestWord = 4;  // leaves out most words that every text has
constexpr std::size_t kMostWords = 64;

}  // namespace

WordSet::WordSet(std::string_view text) {
  each_word_hash(text, kShortestWord, [&](std::uint64_t hash) {
    if (numbers_.size() < kMostWords) {
      numbers_.emplace(hash, static_cast<unsigned>(numbers_.size()));
    }
  });
}

std::uint64_t WordSet::in(std::string_view text) const {
  std::uint64_t found = 0;
  if (numbers_.empty()) return found;
  each_word_hash(text, kShortestWord, [&](std::uint64_t hash) {
    const auto at = numbers_.find(hash);
    if (at != numbers_.end()) found |= std::uint64_t{1} << at->second;
  });
  return found;
}

std::vector<std::uint64_t> word_runs(std::string_view text) {
  std::vector<std::uint64_t> out;
  std::array<std::uint64_t, 4> last{};
  std::size_t count = 0;
  each_word_hash(text, 1, [&](std::uint64_t hash) {
    last[count++ % last.size()] = hash;
    if (count < last.size()) return;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < last.size(); ++i) {
      run = run * 0x9E3779B97F4A7C15ULL + last[(count + i) % last.size()];
    }
    out.push_back(run);
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace dateline::indexer::page
