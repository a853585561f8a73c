#include "searcher/search/similar/word_runs.h"

#include <algorithm>
#include <cstddef>
#include <functional>

#include "common/base/utf8.h"
#include "common/text/tokenizer.h"
#include "searcher/search/similar/article_terms.h"

namespace dateline::search {
namespace {

constexpr std::size_t kWordsOfARun = 3;

void add_runs(std::string_view text, std::vector<std::uint64_t>& runs) {
  constexpr std::uint64_t kMix =
      0x9E3779B97F4A7C15;  // the golden ratio's: an odd number spreads bits
  text::Tokenizer tokenizer;
  text::Token token{};
  std::vector<std::uint64_t> words;
  for (tokenizer.start(text); tokenizer.next(token);) {
    if (!token.further) words.push_back(std::hash<std::string_view>()(token.form));
  }
  for (std::size_t i = 0; i + kWordsOfARun <= words.size(); ++i) {
    std::uint64_t run = 0;
    for (std::size_t j = 0; j < kWordsOfARun; ++j) run = (run + words[i + j]) * kMix;
    runs.push_back(run);
  }
}

}  // namespace

std::vector<std::uint64_t> word_runs(const Article& article) {
  std::vector<std::uint64_t> runs;
  for (const std::string_view text :
       {std::string_view(article.headline), std::string_view(article.standfirst),
        std::string_view(article.body)}) {
    add_runs(truncate_utf8(text, kReadOfABody), runs);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double common_part(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  if (smaller == 0) return 0;
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++common;
    const bool steps_a = a[i] <= b[j];
    if (b[j] <= a[i]) ++j;
    if (steps_a) ++i;
  }
  return static_cast<double>(common) / static_cast<double>(smaller);
}

}  // namespace dateline::search
