// The writer: articles into segments of an index, removals into tombstones, and both into a new
// manifest, whose replacement is the commit.
//
// Every commit that adds articles adds a segment; segments of like size are folded at the end of a
// run (folding.h). A segment holds a run of articles in the order in which they came, so an index
// always holds a beginning of what it was given: a run that dies is completed by giving it the same
// again, and fingerprints, which are terms of the articles that they produced, tell what is there
// already.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/document/article.h"
#include "common/store/blocking/blocklist.h"
#include "indexer/write/index/article_sink.h"

namespace dateline::indexer {

// Smaller bounds leave no room for a batch beside the program itself.
inline constexpr std::uint64_t kMinMemoryBytes = std::uint64_t{128} << 20;

inline constexpr int kLongestInterval = 8;

struct WriterOptions {
  // Bound on the process's resident memory, bytes; at least kMinMemoryBytes. A segment ends before
  // it would be passed.
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;
  unsigned lanes = 1;  // threads that will call prepare(), each with a lane (a number) of its own
  BuilderKind builder = BuilderKind::kGlass;
  // A segment ends when it is this old, so that searches see new articles and a crash costs little;
  // each later one of a run may be twice as old, up to kLongestInterval times this. Segments that
  // were many and alike would have to be folded, which reads and writes all of them again.
  std::chrono::seconds commit_interval{60};
  // And when it has this many articles; 0: no bound.
  std::uint64_t batch_articles = 0;
  bool note_removed = false;  // for take_removed()
  const Clock* clock = &system_clock();
};

class IndexWriter final : public ArticleSink {
 public:
  // Opens or makes the index in `directory` and holds its lock until destruction. Clears up what a
  // writer before it left half made. Fails as store::WriteLock::acquire, store::create_index and
  // store::IndexReader::open do.
  static Result<std::unique_ptr<IndexWriter>> open(const std::string& directory,
                                                   const WriterOptions& options = {});
  // What is not committed is lost.
  ~IndexWriter() override;
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  std::optional<Ticket> admit() override;
  std::optional<Ticket> observe() override;
  Ticket admit_now() override;
  Result<Prepared> prepare(unsigned lane, Ticket ticket, const AnalysedArticle& article) override;
  Result<AddOutcome> take(Prepared article) override;
  void leave(Ticket ticket) override;
  Result<bool> has_unchanged(std::string_view fingerprint) override;
  bool is_superseded(std::string_view id_term, Ticket ticket) const override;
  bool is_blocked(const Article& article) const override;
  void request_commit() override;
  bool wants_commit() override;

  // On failure (kNoSpace, kIo) what was not committed is lost, and the index is as the last commit
  // left it.
  Status commit() override;
  void close() override;
  Result<std::uint64_t> articles() override;

  // Commits, and folds segments where there are too many of like size.
  Status finish();

  // Commits, and folds all segments into one without what has gone.
  Status compact();

  // How many articles went: those with this id, or with this address (as `url` or `canonical_url`,
  // however it is spelled; kUsage where it is none). Commits what was taken; what goes is committed
  // by commit() alone.
  Result<std::uint64_t> remove_id(std::string_view id);
  Result<std::uint64_t> remove_url(std::string_view url);

  // What was removed by its id or address since the last call; nothing unless WriterOptions say so.
  std::vector<store::Blocked> take_removed();

  // What is kept away when it comes again; another list holds from now on, and for readers and later
  // writers from the next commit() on. While nothing is admitted.
  const store::Blocklist& blocked() const;
  void set_blocked(store::Blocklist list);

  // Removes the articles whose origin `covers` and whose input's fingerprint `seen` does not know:
  // what has gone from a place that has just been read whole. Commits first.
  Result<std::uint64_t> remove_gone(const std::function<bool(std::string_view)>& seen,
                                    const std::function<bool(const Origin&)>& covers);

  // Of the last commit.
  std::uint64_t generation() const;

  // Articles added or removed since the last commit.
  std::uint64_t uncommitted() const;

 private:
  class State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dateline::indexer
