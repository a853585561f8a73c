#include "indexer/cli/add_run.h"

#include <utility>

namespace dateline::indexer::cli {

std::optional<AddRun::Job> AddRun::next_job() {
  if (parts_.ended) return std::nullopt;
  auto input = parts_.reader.next();
  if (!input) return std::nullopt;
  Job job{std::move(*input), false};
  job.probably_unchanged = job.input && parts_.committed.probably_has(job.input->fingerprint);
  return job;
}

AddRun::Made AddRun::make(RawDocument document, const MakeOptions& options,
                          ArticleAnalyser& analyser) {
  auto made = make_article(document, options);
  if (!made) return std::move(made.error());
  return Analysed{analyser.analyse(made->article, document.fingerprint),
                  std::move(document.fingerprint), document.bytes.size()};
}

Status AddRun::run(const PipelineLimits& limits) {
  PipelineStages<Job, Made> stages;
  stages.source = [this] { return next_job(); };
  stages.cost = [](const Job& job) { return job.input ? job.input->bytes.size() : 0; };
  stages.make_worker = [this]() -> std::function<Made(Job)> {
    return [this, analyser = std::make_shared<ArticleAnalyser>()](Job job) -> Made {
      if (!job.input) return std::move(job.input.error());
      if (job.probably_unchanged) return std::move(*job.input);
      return make(std::move(*job.input), options_, *analyser);
    };
  };
  stages.sink = [this](Made made) { return take(std::move(made)); };
  stages.stopping = [this] { parts_.ended = true; };
  stages.idle = [this] {
    show_progress();
    return parts_.sink.settle();
  };
  return OrderedPipeline<Job, Made>(limits, std::move(stages)).run();
}

Status AddRun::take(Made made) {
  show_progress();
  if (const auto* rejection = std::get_if<Rejection>(&made)) {
    take_rejection(*rejection);
    return {};
  }
  if (auto* document = std::get_if<RawDocument>(&made)) return take_document(std::move(*document));
  return take_article(std::get<Analysed>(made));
}

Status AddRun::take_document(RawDocument document) {
  const auto unchanged = parts_.sink.has_unchanged(document.fingerprint);
  if (!unchanged) return failure(unchanged.error());
  if (*unchanged) {
    count_unchanged(document.fingerprint, document.bytes.size());
    return {};
  }
  // It was there, but an input before it in this run has replaced its article.
  if (!late_analyser_) late_analyser_ = std::make_unique<ArticleAnalyser>();
  return take(make(std::move(document), options_, *late_analyser_));
}

Status AddRun::take_article(const Analysed& analysed) {
  const auto unchanged = parts_.sink.has_unchanged(analysed.fingerprint);
  if (!unchanged) return failure(unchanged.error());
  if (*unchanged) {
    count_unchanged(analysed.fingerprint, analysed.bytes);
    return {};
  }
  const auto outcome = parts_.sink.add(analysed.article);
  if (!outcome) return failure(outcome.error());
  ++(*outcome == AddOutcome::kAdded ? summary_.added : summary_.replaced);
  summary_.bytes += analysed.bytes;
  if (parts_.seen != nullptr) parts_.seen->add(analysed.fingerprint);
  return {};
}

void AddRun::take_rejection(const Rejection& rejection) {
  parts_.progress.clear();
  parts_.rejects.add(rejection);
  ++summary_.rejected;
  if (parts_.seen != nullptr) parts_.seen->spare(rejection.path);
}

void AddRun::count_unchanged(std::string_view fingerprint, std::size_t bytes) {
  ++summary_.unchanged;
  summary_.bytes += bytes;
  if (parts_.seen != nullptr) parts_.seen->add(fingerprint);
}

void AddRun::show_progress() {
  parts_.progress.update(summary_.read(), parts_.reader.bytes_read());
}

}  // namespace dateline::indexer::cli
