// What one rewriting of a query keeps in mind.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/language/types.h"
#include "searcher/query/rewrite/rewriter.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

// Words that are found in the index or in a file, for all wildcards, fuzzy words, names and
// synonyms of a query together.
inline constexpr std::size_t kMostExpansions = 4096;

// The first error stays; work goes on, but its result is thrown away.
struct RewriteState {
  RewriteState(const RewriteOptions& how, Vocabulary& words);

  void note(std::string code, std::string text);
  void fail(std::size_t offset, std::string message, std::string hint);

  // How many words the next wildcard or fuzzy word may become: its share of what is left, so that
  // the last ones stand for something too. To be asked once for each.
  std::size_t next_share();
  // Counts the words that it has become.
  void took(std::size_t words) { expansions_left -= std::min(words * uses, expansions_left); }

  // As many of `words`, from the first on, as may still be looked for; they are counted. What is
  // cut is told in a notice about `written`.
  std::vector<std::string> afford(std::vector<std::string> words, std::string_view written);

  const RewriteOptions& options;
  Vocabulary& vocabulary;
  std::vector<text::Stemmer> stemmers;  // one for each language
  std::vector<Notice> notices;
  std::optional<QueryError> error;
  std::size_t expansions_left;
  std::size_t uses = 1;            // how often the list of a word is opened: PositionsRead
  std::size_t expanders_left = 0;  // wildcards and fuzzy words that are still to come
  std::optional<std::size_t> local_only;
};

// While it lives, what is rewritten stands in a phrase, NEAR or ADJ. A posting source of ours reads
// its positions then, and opens a list for itself beside the one that Xapian weighs.
class PositionsRead {
 public:
  explicit PositionsRead(RewriteState& state) : state_(state), before_(state.uses) {
    state.uses = 2;
  }
  PositionsRead(const PositionsRead&) = delete;
  PositionsRead& operator=(const PositionsRead&) = delete;
  ~PositionsRead() { state_.uses = before_; }

 private:
  RewriteState& state_;
  std::size_t before_;
};

}  // namespace dateline::query
