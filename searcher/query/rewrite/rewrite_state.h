// What one rewriting of a query keeps in mind.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/language/types.h"
#include "searcher/query/rewrite/rewriter.h"
#include "searcher/query/vocabulary/vocabulary.h"

namespace dateline::query {

// The first error stays; work goes on, but its result is thrown
// away.
struct RewriteState {
  RewriteState(const RewriteOptions& how, Vocabulary& words)
      : options(how), vocabulary(words), stemmers(how.languages.begin(), how.languages.end()) {}

  void note(std::string code, std::string text);
  void fail(std::size_t offset, std::string message, std::string hint);

  const RewriteOptions& options;
  Vocabulary& vocabulary;
  std::vector<text::Stemmer> stemmers;  // one for each language
  std::vector<Notice> notices;
  std::optional<QueryError> error;
  std::size_t expansions_left = 4096;  // over all wildcards and synonyms of the query
  std::optional<std::size_t> local_only;
};

}  // namespace dateline::query
