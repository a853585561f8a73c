#include "indexer/pipeline/add_session.h"

#include <chrono>
#include <utility>

#include "indexer/pipeline/add_run.h"
#include "indexer/write/index/committed_inputs.h"
#include "indexer/write/index/under_way.h"

namespace dateline::indexer {

Result<std::unique_ptr<AddSession>> AddSession::open(AddJob job, StopCheck stop) {
  std::unique_ptr<AddSession> session(new AddSession(std::move(job), std::move(stop)));
  if (auto opened = session->open_inputs_of_job(); !opened) return failure(opened.error());
  if (auto opened = session->open_target(); !opened) return failure(opened.error());
  return session;
}

Status AddSession::open_inputs_of_job() {
  auto reader = open_inputs(
      job_.inputs, job_.resources, [this] { return ended_.load() || stop_(); },
      [this](const FileIdentity& file) { return stamps_.articles_of(file); });
  if (!reader) return failure(reader.error());
  reader_ = std::make_unique<DocumentReader>(std::move(*reader));
  return {};
}

Status AddSession::open_target() {
  if (job_.dry_run) {
    auto dry = DryRun::open(job_.directory);
    if (!dry) return failure(dry.error());
    dry_ = std::move(*dry);
    return {};
  }
  const auto builder = choose_builder(job_.builder);
  if (!builder) return failure(builder.error());
  slow_builder_ = builder->reason;
  WriterOptions options;
  options.memory_bytes = job_.resources.memory;
  options.batch_articles = job_.batch_articles;
  options.lanes = job_.resources.threads;
  options.builder = builder->kind;
  auto writer = IndexWriter::open(job_.directory, options);
  if (!writer) return failure(writer.error());
  writer_ = std::move(*writer);
  const auto articles = writer_->articles();
  if (!articles) return failure(articles.error());
  stamps_ = InputStamps::load(job_.directory, writer_->generation(), *articles);
  return {};
}

Result<Summary> AddSession::run(RunObserver& observer) {
  const auto began = std::chrono::steady_clock::now();
  auto committed = CommittedInputs::open(job_.directory);
  if (!committed) return failure(committed.error());
  SeenInputs seen;
  std::unique_ptr<UnderWay> under_way;
  if (writer_) under_way = std::make_unique<UnderWay>(job_.directory, job_.resources.threads + 1);
  AddRun run({*reader_, *committed, sink(), observer, ended_, job_.sync ? &seen : nullptr, files_,
              Weigher(job_.resources), under_way.get(), job_.resources.vocabulary_bytes()},
             job_.inputs.make);
  const auto ran = run.run(job_.resources.limits());
  if (under_way) under_way->finish();
  if (!ran) return failure(ran.error());
  Summary summary = run.summary();
  if (job_.sync && !stop_()) {
    const auto removed = remove_gone(seen);
    if (!removed) return failure(removed.error());
    summary.removed = *removed;
  }
  if (auto done = finish(summary); !done) return failure(done.error());
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return summary;
}

Result<std::uint64_t> AddSession::remove_gone(SeenInputs& seen) {
  seen.finish(reader_->inputs().directories());
  return writer_->remove_gone([&](std::string_view fingerprint) { return seen.has(fingerprint); },
                              [&](const Origin& origin) { return seen.covers(origin); });
}

Status AddSession::finish(Summary& summary) {
  if (writer_) {
    if (auto done = writer_->finish(); !done) return done;
    keep_stamps(summary);
  }
  const auto articles = sink().articles();
  if (!articles) return failure(articles.error());
  summary.articles = *articles;
  summary.builder = slow_builder_;
  summary.passed_over.add(reader_->passed_over());
  return {};
}

// A cache alone: that it could not be written costs the next run time, and is no failure of this
// one.
void AddSession::keep_stamps(const Summary& summary) {
  if (summary.removed > 0) return InputStamps::drop(job_.directory);
  files_.stamp(stamps_, !stop_());
  if (!stamps_.changed()) return;
  const auto saved = stamps_.save(job_.directory, writer_->generation());
  if (!saved) InputStamps::drop(job_.directory);
}

}  // namespace dateline::indexer
