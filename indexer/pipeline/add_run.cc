#include "indexer/pipeline/add_run.h"

#include <mutex>
#include <utility>

#include "common/program/trial.h"

namespace dateline::indexer {
namespace {

// Late documents are kept as they were read.
constexpr std::uint64_t kMaxLateBytes = std::uint64_t{8} << 20;
constexpr std::string_view kBlockedArticles = "articles that are blocked";
constexpr std::string_view kOlderVersions = "older versions of articles that are there";

}  // namespace

std::optional<AddRun::Job> AddRun::next_job() {
  if (parts_.ended) return std::nullopt;
  auto input = parts_.reader.next();
  if (!input) return std::nullopt;
  if (auto* document = std::get_if<RawDocument>(&*input)) return job_of(std::move(*document));
  return Job{std::move(*input), std::nullopt, false, 0};
}

std::optional<AddRun::Job> AddRun::job_of(RawDocument document) {
  Job job;
  job.probably_unchanged = parts_.committed.probably_has(document.fingerprint);
  job.cost = document.bytes.size();
  if (!job.probably_unchanged) {
    const auto weighed = parts_.weigher.weigh(document);
    if (!weighed) return Job{weighed.error(), std::nullopt, false, 0};
    job.cost = *weighed;
  }
  job.ticket = job.probably_unchanged ? parts_.sink.observe() : parts_.sink.admit();
  if (!job.ticket) return std::nullopt;
  job.input = std::move(document);
  return job;
}

AddRun::Made AddRun::make(Job job, Lane& lane) {
  if (auto* document = std::get_if<RawDocument>(&job.input)) {
    if (job.probably_unchanged) return {job.ticket, std::move(*document)};
    return make_article_of(std::move(*document), *job.ticket, lane);
  }
  if (auto* known = std::get_if<KnownFile>(&job.input)) return {std::nullopt, std::move(*known)};
  return {std::nullopt, std::get<Rejection>(std::move(job.input))};
}

AddRun::Made AddRun::make_article_of(RawDocument document, Ticket ticket, Lane& lane) {
  auto analysed = analyse(document, lane);
  if (!analysed) return {ticket, std::move(analysed.error())};
  if (analysed->is_blocked) {
    return {ticket, Blocked{std::move(document.fingerprint), std::move(document.origin.path),
                            document.file}};
  }
  auto prepared = parts_.sink.prepare(lane.number, ticket, analysed->article);
  if (!prepared) return {ticket, std::move(prepared.error())};
  return {ticket,
          Prepared{std::move(*prepared), std::move(document.fingerprint), document.bytes.size(),
                   std::move(document.origin), document.file, std::move(analysed->left_out)}};
}

AddRun::Analysed AddRun::analyse(const RawDocument& document, Lane& lane) {
  UnderWay* const under_way = parts_.under_way;
  if (under_way != nullptr && under_way->is_suspect(document.fingerprint)) {
    if (!passes_trial(document, lane)) {
      return tl::unexpected(
          reject_document(document, reject::kCrashed,
                          "reading it ends the program (a fault, or more memory or time than there "
                          "is); please report it"));
    }
    under_way->acquit(document.fingerprint);
  }
  const std::shared_lock beside_others(analysing_);
  if (under_way != nullptr) under_way->begin(lane.slot, document.fingerprint);
  return analyse_unguarded(document, lane);
}

AddRun::Analysed AddRun::analyse_unguarded(const RawDocument& document, Lane& lane) const {
  auto made = make_article(document, options_);
  if (!made) return tl::unexpected(std::move(made.error()));
  if (parts_.sink.is_blocked(made->article)) return Reading{{}, {}, true};
  return Reading{lane.analyser.analyse(made->article, document.fingerprint),
                 std::move(made->left_out)};
}

bool AddRun::passes_trial(const RawDocument& document, Lane& lane) {
  // The other threads are not in the child: what they held in the midst of an analysis would stay
  // locked there.
  const std::unique_lock alone(analysing_);
  return program::survives([&] { analyse_unguarded(document, lane); });
}

Status AddRun::run(const PipelineLimits& limits) {
  PipelineStages<Job, Made> stages;
  stages.source = [this] { return next_job(); };
  stages.cost = [](const Job& job) { return job.cost; };
  stages.make_worker = [this]() -> std::function<Made(Job)> {
    const unsigned number = lanes_++;
    auto lane = std::make_shared<Lane>(number, number + 1, parts_.vocabulary_bytes);
    return [this, lane](Job job) { return make(std::move(job), *lane); };
  };
  stages.sink = [this](Made made) -> Status {
    tell_progress();
    if (auto taken = take(std::move(made)); !taken) return taken;
    return commit_if_due();
  };
  stages.stopping = [this] {
    parts_.ended = true;
    parts_.sink.close();
  };
  stages.idle = [this] {
    tell_progress();
    return commit_if_due();
  };
  if (auto ran = OrderedPipeline<Job, Made>(limits, std::move(stages)).run(); !ran) return ran;
  return take_late();
}

Status AddRun::commit_if_due() {
  if (!parts_.sink.wants_commit()) return {};
  if (auto taken = take_late(); !taken) return taken;
  return parts_.sink.commit();
}

Status AddRun::take(Made made) {
  if (auto* prepared = std::get_if<Prepared>(&made.what)) return take_article(std::move(*prepared));
  if (made.ticket) parts_.sink.leave(*made.ticket);
  if (auto* document = std::get_if<RawDocument>(&made.what)) {
    return take_document(std::move(*document), *made.ticket);
  }
  if (auto* error = std::get_if<Error>(&made.what)) return failure(std::move(*error));
  if (const auto* known = std::get_if<KnownFile>(&made.what)) {
    take_known(*known);
    return {};
  }
  if (const auto* blocked = std::get_if<Blocked>(&made.what)) {
    take_blocked(*blocked);
    return {};
  }
  take_rejection(std::get<Rejection>(made.what));
  return {};
}

void AddRun::take_blocked(const Blocked& blocked) {
  summary_.passed_over.count(kBlockedArticles);
  // Letting go of what is blocked drops what is known of files.
  parts_.files.indexed(blocked.path, blocked.file);
  if (parts_.seen != nullptr) parts_.seen->add(blocked.fingerprint);
}

void AddRun::take_known(const KnownFile& file) {
  summary_.unchanged += file.articles;
  if (parts_.seen != nullptr) parts_.seen->spare(file.path);
}

Status AddRun::take_document(RawDocument document, Ticket ticket) {
  parts_.files.indexed(document.origin.path, document.file);
  const auto unchanged = parts_.sink.has_unchanged(document.fingerprint);
  if (!unchanged) return failure(unchanged.error());
  if (*unchanged) {
    count_unchanged(document.fingerprint, document.bytes.size());
    return {};
  }
  late_bytes_ += document.bytes.size();
  late_.push_back({std::move(document), ticket});
  if (late_bytes_ > kMaxLateBytes) parts_.sink.request_commit();
  return {};
}

Status AddRun::take_late() {
  for (const Late& late : std::exchange(late_, {})) {
    if (auto taken = take_late_one(late); !taken) return taken;
  }
  late_bytes_ = 0;
  return {};
}

Status AddRun::take_late_one(const Late& late) {
  if (!late_lane_) late_lane_ = std::make_unique<Lane>(0, 0, kVocabularyBytes);
  const RawDocument& document = late.document;
  if (const auto weighed = parts_.weigher.weigh(document); !weighed) {
    take_rejection(weighed.error());
    return {};
  }
  auto analysed = analyse(document, *late_lane_);
  if (!analysed) {
    take_rejection(analysed.error());
    return {};
  }
  if (analysed->is_blocked) {
    take_blocked({document.fingerprint, document.origin.path, std::nullopt});
    return {};
  }
  if (parts_.sink.is_superseded(analysed->article.id_term, late.ticket)) {
    count(AddOutcome::kReplaced, document.fingerprint, document.bytes.size());
    return {};
  }
  auto prepared =
      parts_.sink.prepare(late_lane_->number, parts_.sink.admit_now(), analysed->article);
  if (!prepared) return failure(prepared.error());
  return take_article({std::move(*prepared), document.fingerprint, document.bytes.size(),
                       document.origin, std::nullopt, std::move(analysed->left_out)});
}

Status AddRun::take_article(Prepared prepared) {
  // The same input may have come twice in this run.
  const auto unchanged = parts_.sink.has_unchanged(prepared.fingerprint);
  if (!unchanged) return failure(unchanged.error());
  const auto outcome = parts_.sink.take(std::move(prepared.article));
  if (!outcome) return failure(outcome.error());
  if (prepared.file) parts_.files.indexed(prepared.origin.path, prepared.file);
  if (!prepared.left_out.empty()) {
    parts_.observer.left_out(prepared.origin, prepared.left_out);
  }
  if (*unchanged) {
    count_unchanged(prepared.fingerprint, prepared.bytes);
  } else {
    count(*outcome, prepared.fingerprint, prepared.bytes);
  }
  return {};
}

void AddRun::take_rejection(const Rejection& rejection) {
  parts_.observer.rejected(rejection);
  parts_.files.rejected(rejection.path);
  ++summary_.rejected;
  if (parts_.seen != nullptr) parts_.seen->spare(rejection.path);
}

void AddRun::count(AddOutcome outcome, std::string_view fingerprint, std::size_t bytes) {
  if (outcome == AddOutcome::kOutdated) return summary_.passed_over.count(kOlderVersions);
  ++(outcome == AddOutcome::kAdded ? summary_.added : summary_.replaced);
  summary_.bytes += bytes;
  if (parts_.seen != nullptr) parts_.seen->add(fingerprint);
}

void AddRun::count_unchanged(std::string_view fingerprint, std::size_t bytes) {
  if (parts_.under_way != nullptr) parts_.under_way->acquit(fingerprint);
  ++summary_.unchanged;
  summary_.bytes += bytes;
  if (parts_.seen != nullptr) parts_.seen->add(fingerprint);
}

void AddRun::tell_progress() {
  parts_.observer.went_on(summary_.read(), parts_.reader.bytes_read());
}

}  // namespace dateline::indexer
