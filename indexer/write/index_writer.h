// The incremental writer: articles into an index through Xapian's WritableDatabase, in batches that
// are each committed whole.
//
// A batch is a run of articles in the order in which they were added, so an index always holds a
// beginning of what it was given: a run that dies is completed by giving it the same again, and
// fingerprints, which are terms of the articles that they produced, tell what is there already.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/document/article.h"
#include "indexer/write/article_sink.h"

namespace dateline::indexer {

// Smaller bounds leave no room for a batch beside the program itself.
inline constexpr std::uint64_t kMinMemoryBytes = std::uint64_t{128} << 20;

struct WriterOptions {
  // Bound on the process's resident memory, bytes; at least kMinMemoryBytes. A batch is committed
  // before it would be passed; larger batches write less often.
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;
  // A batch is committed when it is this old, so that searches see new articles and a crash costs
  // little.
  std::chrono::seconds commit_interval{60};
  // And when it has this many articles; 0: no bound.
  std::uint64_t batch_articles = 0;
  const Clock* clock = &system_clock();
};

class IndexWriter final : public ArticleSink {
 public:
  // Opens or makes the index in `directory` and holds its lock until destruction. Fails as
  // store::WriteLock::acquire and store::open_for_writing do.
  static Result<std::unique_ptr<IndexWriter>> open(const std::string& directory,
                                                   const WriterOptions& options = {});
  // Commits what is left, but for a failure without a word: call commit() first.
  ~IndexWriter() override;
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  Result<bool> has_unchanged(std::string_view fingerprint) override;

  // On failure (kNoSpace, kIo) the batch at hand is lost and the index is as the last commit left
  // it.
  Result<AddOutcome> add(const AnalysedArticle& article) override;
  Status settle() override;
  Status commit() override;
  Result<std::uint64_t> articles() override;

  // How many articles went: those with this id, or with this address (as `url` or `canonical_url`,
  // however it is spelled; kUsage where it is none). Committed by commit() alone.
  Result<std::uint64_t> remove_id(std::string_view id);
  Result<std::uint64_t> remove_url(std::string_view url);

  // Removes the articles whose origin `covers` and whose input's fingerprint `seen` does not know:
  // what has gone from a place that has just been read whole. Commits first.
  Result<std::uint64_t> remove_gone(const std::function<bool(std::string_view)>& seen,
                                    const std::function<bool(const Origin&)>& covers);

  // Articles added or removed since the last commit.
  std::uint64_t uncommitted() const;

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  Result<std::uint64_t> remove_term(const std::string& term);
  std::unique_ptr<State> state_;
};

}  // namespace dateline::indexer
