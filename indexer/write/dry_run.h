// What an index would do with articles, without touching it.
#pragma once

#include <memory>
#include <string>

#include "common/base/result.h"
#include "indexer/write/article_sink.h"

namespace dateline::indexer {

// Reads the index in `directory` if there is one, and takes no lock. Keeps 32 bytes or so for each
// article that it is given.
class DryRun final : public ArticleSink {
 public:
  // Fails as store::open_for_reading does, but for a directory without an index, which is as good
  // as an empty one.
  static Result<std::unique_ptr<DryRun>> open(const std::string& directory);
  ~DryRun() override;
  DryRun(const DryRun&) = delete;
  DryRun& operator=(const DryRun&) = delete;

  Result<bool> has_unchanged(std::string_view fingerprint) override;
  Result<AddOutcome> add(const AnalysedArticle& article) override;
  Status settle() override { return {}; }
  Status commit() override { return {}; }
  Result<std::uint64_t> articles() override;

 private:
  struct State;
  explicit DryRun(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dateline::indexer
