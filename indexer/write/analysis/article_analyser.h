// Article → AnalysedArticle: which terms, positions and values an article gets. The reading side of
// the same rules is searcher/query.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "common/document/article.h"
#include "indexer/write/analysis/analysed_article.h"
#include "indexer/write/analysis/posting_table.h"

namespace dateline::indexer {

// Keeps tokenizer and stem caches between articles. Not thread-safe: one for each thread. After an
// exception (std::bad_alloc) it begins anew, as if it had analysed nothing.
class ArticleAnalyser {
 public:
  // `vocabulary_bytes` bounds what is kept of words between articles.
  explicit ArticleAnalyser(std::uint64_t vocabulary_bytes = kVocabularyBytes);
  ~ArticleAnalyser();
  ArticleAnalyser(ArticleAnalyser&&) noexcept;
  ArticleAnalyser& operator=(ArticleAnalyser&&) noexcept;

  // `article` has an id. `fingerprint` is the input's (may be empty), kept as a term so that
  // unchanged input is recognised.
  AnalysedArticle analyse(const Article& article, std::string_view fingerprint);

 private:
  struct State;
  std::uint64_t vocabulary_bytes_;
  std::unique_ptr<State> state_;  // made for the first article
};

}  // namespace dateline::indexer
