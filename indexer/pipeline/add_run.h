// The pipeline of `add`: documents read, made into articles, analysed and prepared on all threads,
// and taken into the index in the order of the input.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "common/document/usable_values.h"
#include "indexer/input/document_reader.h"
#include "indexer/pipeline/file_ledger.h"
#include "indexer/pipeline/intake.h"
#include "indexer/pipeline/make_article.h"
#include "indexer/pipeline/run_observer.h"
#include "indexer/pipeline/seen_inputs.h"
#include "indexer/pipeline/summary.h"
#include "indexer/write/analysis/article_analyser.h"
#include "indexer/write/index/article_sink.h"
#include "indexer/write/index/committed_inputs.h"
#include "indexer/write/index/ordered_pipeline.h"
#include "indexer/write/index/under_way.h"

namespace dateline::indexer {

class AddRun {
 public:
  // All that is passed must outlive the run. `seen` may be null: then nobody will ask what has
  // gone.
  struct Parts {
    DocumentReader& reader;
    CommittedInputs& committed;
    ArticleSink& sink;
    RunObserver& observer;
    std::atomic<bool>& ended;  // set when nothing more is wanted of the reader
    SeenInputs* seen;
    FileLedger& files;
    Weigher weigher;
    UnderWay* under_way;             // a slot for each thread and one more; null for a dry run
    std::uint64_t vocabulary_bytes;  // see ArticleAnalyser
  };

  AddRun(const Parts& parts, const MakeOptions& options) : parts_(parts), options_(options) {}

  // Until the inputs end, a signal comes or writing fails. Does not commit what is left.
  Status run(const PipelineLimits& limits);

  const Summary& summary() const { return summary_; }

 private:
  using Ticket = ArticleSink::Ticket;
  struct Job {
    InputEvent input;
    std::optional<Ticket> ticket;  // a document's; none for what is no document
    bool probably_unchanged = false;
    std::uint64_t cost = 0;  // see PipelineStages
  };
  struct Prepared {
    ArticleSink::Prepared article;
    std::string fingerprint;
    std::size_t bytes = 0;
    Origin origin;
    std::optional<FileIdentity> file;
    std::vector<LeftOut> left_out;
  };
  // An article that is kept away.
  struct Blocked {
    std::string fingerprint;
    std::string path;
    std::optional<FileIdentity> file;
  };
  // A document that is still one is probably in the index already: nothing was done with it. An
  // Error is the index's, and ends the run.
  struct Made {
    std::optional<Ticket> ticket;
    std::variant<Rejection, KnownFile, RawDocument, Prepared, Blocked, Error> what;
  };
  // A late document was passed over, since the index had it already, and has to be made into an
  // article after all: an article before it in this run has replaced the one that it had.
  struct Late {
    RawDocument document;
    Ticket ticket;  // what comes after it in the order of the input has a later one
  };
  // What one thread works with at a time.
  struct Lane {
    Lane(unsigned own_number, unsigned own_slot, std::uint64_t vocabulary_bytes)
        : number(own_number), slot(own_slot), analyser(vocabulary_bytes) {}

    unsigned number;
    unsigned slot;  // of UnderWay
    ArticleAnalyser analyser;
  };

  struct Reading {
    AnalysedArticle article;
    std::vector<LeftOut> left_out;
    bool is_blocked = false;  // and not analysed then
  };
  using Analysed = tl::expected<Reading, Rejection>;

  std::optional<Job> next_job();
  std::optional<Job> job_of(RawDocument document);
  Made make(Job job, Lane& lane);
  Made make_article_of(RawDocument document, Ticket ticket, Lane& lane);
  Analysed analyse(const RawDocument& document, Lane& lane);
  Analysed analyse_unguarded(const RawDocument& document, Lane& lane) const;
  bool passes_trial(const RawDocument& document, Lane& lane);
  Status take(Made made);
  Status take_document(RawDocument document, Ticket ticket);
  void take_known(const KnownFile& file);
  void take_blocked(const Blocked& blocked);
  Status take_article(Prepared prepared);
  void take_rejection(const Rejection& rejection);
  Status take_late();
  Status take_late_one(const Late& late);
  Status commit_if_due();
  void count(AddOutcome outcome, std::string_view fingerprint, std::size_t bytes);
  void count_unchanged(std::string_view fingerprint, std::size_t bytes);
  void tell_progress();

  Parts parts_;
  MakeOptions options_;
  std::atomic<unsigned> lanes_{0};
  std::vector<Late> late_;
  std::uint64_t late_bytes_ = 0;
  std::unique_ptr<Lane> late_lane_;  // rarely needed
  std::shared_mutex analysing_;      // alone while a suspect is tried
  Summary summary_;
};

}  // namespace dateline::indexer
