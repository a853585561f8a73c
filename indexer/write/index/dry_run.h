// What an index would do with articles, without touching it.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "indexer/write/index/article_sink.h"

namespace dateline::indexer {

// Reads the index in `directory` if there is one, and takes no lock. Keeps 32 bytes or so for each
// article that it is given.
class DryRun final : public ArticleSink {
 public:
  // Fails as store::IndexReader::open does, but for a directory without an index, which is as good
  // as an empty one.
  static Result<std::unique_ptr<DryRun>> open(const std::string& directory);
  ~DryRun() override;
  DryRun(const DryRun&) = delete;
  DryRun& operator=(const DryRun&) = delete;

  std::optional<Ticket> admit() override;
  std::optional<Ticket> observe() override { return admit(); }
  Ticket admit_now() override { return {}; }
  Result<Prepared> prepare(unsigned lane, Ticket ticket, const AnalysedArticle& article) override;
  Result<AddOutcome> take(Prepared article) override;
  void leave(Ticket) override {}
  Result<bool> has_unchanged(std::string_view fingerprint) override;
  bool is_superseded(std::string_view, Ticket) const override { return false; }
  bool is_blocked(const Article& article) const override;
  void request_commit() override {}
  bool wants_commit() override { return false; }
  Status commit() override { return {}; }
  void close() override { closed_ = true; }
  Result<std::uint64_t> articles() override;

 private:
  struct State;
  explicit DryRun(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
  std::atomic<bool> closed_{false};
};

}  // namespace dateline::indexer
