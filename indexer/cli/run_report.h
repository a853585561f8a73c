// A run as the terminal sees it: one line of progress, and what was rejected above it.
#pragma once

#include <optional>
#include <vector>

#include "indexer/cli/progress.h"
#include "indexer/cli/reject_log.h"
#include "indexer/pipeline/run_observer.h"

namespace dateline::indexer::cli {

class RunReport final : public RunObserver {
 public:
  // `rejects` must outlive it. `total`: bytes to read in all, if that is known.
  RunReport(RejectLog& rejects, bool shows_progress, std::optional<std::uint64_t> total)
      : rejects_(rejects), progress_(shows_progress, total) {}
  ~RunReport() override { progress_.clear(); }
  RunReport(const RunReport&) = delete;
  RunReport& operator=(const RunReport&) = delete;

  void rejected(const Rejection& rejection) override {
    progress_.clear();
    rejects_.add(rejection);
  }
  void left_out(const Origin& origin, const std::vector<LeftOut>& values) override {
    progress_.clear();
    rejects_.warn(origin, values);
  }
  void went_on(std::uint64_t articles, std::uint64_t bytes) override {
    progress_.update(articles, bytes);
  }

 private:
  RejectLog& rejects_;
  Progress progress_;
};

}  // namespace dateline::indexer::cli
