// Articles into an index one by one, as a program has them in hand: from bytes to their place in
// the index, in the calling thread. What `add` does for files by the thousand, and with the same
// formats, rules and writer.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/result.h"
#include "indexer/input/rejection.h"
#include "indexer/pipeline/intake.h"
#include "indexer/pipeline/make_article.h"
#include "indexer/pipeline/resources.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/index_writer.h"

namespace dateline::indexer {

// Bytes that somebody has, and what is known of them.
struct GivenBytes {
  std::string_view bytes;
  std::string_view format;  // of the table of formats; empty or "auto": by content
  std::string_view url;     // where they were fetched from; empty where that is not known
};

// kOutdated: see AddOutcome; kBlocked: ArticleSink::is_blocked().
enum class Taken { kAdded, kReplaced, kUnchanged, kOutdated, kBlocked };

// Not thread-safe. Inputs are not tried in another process first, as `add` tries those that a run
// died of: whoever calls is not forked.
class ArticleTaker {
 public:
  // Opens or makes the index in `directory`, and holds its lock. Fails as IndexWriter::open().
  static Result<std::unique_ptr<ArticleTaker>> open(const std::string& directory);

  // How what comes next is made into articles.
  MakeOptions& options() { return options_; }

  // Adds one article; a Rejection costs that one alone. After an Error nothing more may be taken.
  // Commits by itself where the writer wants it.
  Result<std::variant<Taken, Rejection>> take(const GivenBytes& given);

  // How many articles went; they are gone for readers with the next commit.
  Result<std::uint64_t> remove_id(std::string_view id);
  Result<std::uint64_t> remove_url(std::string_view url);

  // Commits, and folds segments where there are too many of like size.
  Status commit();

  Result<std::uint64_t> articles() { return writer_->articles(); }

 private:
  ArticleTaker(std::string directory, std::unique_ptr<IndexWriter> writer);

  Result<std::uint64_t> removed(Result<std::uint64_t> gone);

  std::string directory_;
  Resources resources_;
  Weigher weigher_;
  MakeOptions options_;
  ArticleAnalyser analyser_;
  std::unique_ptr<IndexWriter> writer_;
};

}  // namespace dateline::indexer
