// What one rewriting of a query keeps in mind.
#pragma once

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

  // As many of `words`, from the first on, as may still be looked for; they are counted. What is
  // cut is told in a notice about `written`.
  std::vector<std::string> afford(std::vector<std::string> words, std::string_view written);

  const RewriteOptions& options;
  Vocabulary& vocabulary;
  std::vector<text::Stemmer> stemmers;  // one for each language
  std::vector<Notice> notices;
  std::optional<QueryError> error;
  std::size_t expansions_left;
  std::size_t expanders_left = 0;  // wildcards and fuzzy words that are still to come
  std::optional<std::size_t> local_only;
};

}  // namespace dateline::query
