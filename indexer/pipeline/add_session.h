// `add`, whole: an index opened to be written, and inputs made into articles of it. This is where
// the rooms of reading, extraction, enrichment and writing are joined.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "indexer/pipeline/file_ledger.h"
#include "indexer/pipeline/intake.h"
#include "indexer/pipeline/resources.h"
#include "indexer/pipeline/run_observer.h"
#include "indexer/pipeline/seen_inputs.h"
#include "indexer/pipeline/summary.h"
#include "indexer/write/index/dry_run.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/index/input_stamps.h"
#include "indexer/write/segment/builder_gate.h"

namespace dateline::indexer {

struct AddJob {
  std::string directory;  // the index; made where there is none
  Inputs inputs;
  Resources resources;
  BuilderChoice builder = BuilderChoice::kAuto;
  std::uint64_t batch_articles = 0;  // commit at least every so many; 0: as WriterOptions does
  bool dry_run = false;              // change nothing
  bool sync = false;  // also remove articles whose files are gone from below the directories named
};

// Not thread-safe. Uses job.resources.threads threads of its own while it runs.
class AddSession {
 public:
  // Opens the inputs, then the index. `stop` is true when the run is to end early, in good order:
  // what was read is committed. Any thread asks it, often.
  static Result<std::unique_ptr<AddSession>> open(AddJob job, StopCheck stop);

  // To be called once. Until the inputs end, `stop` says so or writing fails; what was committed
  // before a failure stays.
  Result<Summary> run(RunObserver& observer);

 private:
  AddSession(AddJob job, StopCheck stop) : job_(std::move(job)), stop_(std::move(stop)) {}

  Status open_inputs_of_job();
  Status open_target();
  ArticleSink& sink() { return writer_ ? static_cast<ArticleSink&>(*writer_) : *dry_; }
  Result<std::uint64_t> remove_gone(SeenInputs& seen);
  Status finish(Summary& summary);
  void keep_stamps(const Summary& summary);

  AddJob job_;
  StopCheck stop_;
  std::atomic<bool> ended_{false};  // nothing more is wanted of the reader
  // One of the two.
  std::unique_ptr<IndexWriter> writer_;
  std::unique_ptr<DryRun> dry_;
  InputStamps stamps_;        // of earlier runs; none for a dry run
  std::string slow_builder_;  // why it is not the fast one
  FileLedger files_;
  std::unique_ptr<DocumentReader> reader_;
};

}  // namespace dateline::indexer
