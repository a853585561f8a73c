// The pipeline of `add`: documents read, made into articles and analysed on all threads, and taken
// into the index in the order of the input.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <variant>

#include "common/base/result.h"
#include "indexer/cli/make_article.h"
#include "indexer/cli/progress.h"
#include "indexer/cli/reject_log.h"
#include "indexer/cli/seen_inputs.h"
#include "indexer/cli/summary.h"
#include "indexer/input/document_reader.h"
#include "indexer/write/article_analyser.h"
#include "indexer/write/article_sink.h"
#include "indexer/write/committed_inputs.h"
#include "indexer/write/ordered_pipeline.h"

namespace dateline::indexer::cli {

class AddRun {
 public:
  // All that is passed must outlive the run. `seen` may be null: then nobody will ask what has
  // gone.
  struct Parts {
    DocumentReader& reader;
    CommittedInputs& committed;
    ArticleSink& sink;
    RejectLog& rejects;
    Progress& progress;
    std::atomic<bool>& ended;  // set when nothing more is wanted of the reader
    SeenInputs* seen;
  };

  AddRun(const Parts& parts, const MakeOptions& options) : parts_(parts), options_(options) {}

  // Until the inputs end, a signal comes or writing fails. Does not commit what is left.
  Status run(const PipelineLimits& limits);

  const Summary& summary() const { return summary_; }

 private:
  struct Job {
    tl::expected<RawDocument, Rejection> input;
    bool probably_unchanged = false;
  };
  struct Analysed {
    AnalysedArticle article;
    std::string fingerprint;
    std::size_t bytes = 0;
  };
  // A document that is still one is probably in the index already: nothing was done with it.
  using Made = std::variant<Rejection, RawDocument, Analysed>;

  std::optional<Job> next_job();
  static Made make(RawDocument document, const MakeOptions& options, ArticleAnalyser& analyser);
  Status take(Made made);
  Status take_document(RawDocument document);
  Status take_article(const Analysed& analysed);
  void take_rejection(const Rejection& rejection);
  void count_unchanged(std::string_view fingerprint, std::size_t bytes);
  void show_progress();

  Parts parts_;
  MakeOptions options_;
  std::unique_ptr<ArticleAnalyser> late_analyser_;  // for take_document(), which is rare
  Summary summary_;
};

}  // namespace dateline::indexer::cli
