#include "searcher/query/rewrite/rewrite_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dateline::query {
namespace {

// A word is looked for in headline, standfirst and body.
constexpr std::size_t kListsOfAWord = 3;

std::size_t most_expansions(const Vocabulary& vocabulary, std::size_t most_lists) {
  const std::size_t lists = kListsOfAWord * std::max<std::size_t>(vocabulary.shards(), 1);
  return std::clamp<std::size_t>(most_lists / lists, 1, kMostExpansions);
}

}  // namespace

RewriteState::RewriteState(const RewriteOptions& how, Vocabulary& words)
    : options(how),
      vocabulary(words),
      stemmers(how.languages.begin(), how.languages.end()),
      expansions_left(most_expansions(words, how.most_lists)) {}

void RewriteState::note(std::string code, std::string text) {
  Notice notice{std::move(code), std::move(text)};
  if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
    notices.push_back(std::move(notice));
  }
}

void RewriteState::fail(std::size_t offset, std::string message, std::string hint) {
  if (!error) error = QueryError{offset, std::move(message), std::move(hint)};
}

std::size_t RewriteState::next_share() {
  const std::size_t sharers = std::max<std::size_t>(expanders_left, 1);
  expanders_left = sharers - 1;
  // What is left over by division goes to whoever comes first.
  return std::min(options.max_expansions, (expansions_left / uses + sharers - 1) / sharers);
}

std::vector<std::string> RewriteState::afford(std::vector<std::string> words,
                                              std::string_view written) {
  if (words.size() > expansions_left) {
    note("expansion-cut", fmt::format("“{}” stands for {} words or names; {} were looked for",
                                      written, words.size(), expansions_left));
    words.resize(expansions_left);
  }
  expansions_left -= words.size();
  return words;
}

}  // namespace dateline::query
