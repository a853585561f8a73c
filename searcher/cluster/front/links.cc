#include "searcher/cluster/front/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "common/base/strings.h"
#include "searcher/cluster/sources/question_spy.h"

namespace dateline::cluster {
namespace {

// In no index, so that a question comes with a match of nothing.
constexpr const char* kNobodysTerm = "\x01";

constexpr std::chrono::milliseconds kLately{500};

// Connections that wait less than this beyond what is asked for are kept.
constexpr int kPatienceFactor = 2;

}  // namespace

std::optional<Link> Links::open(std::size_t shard, std::chrono::milliseconds patience,
                                MissingShard& missing) {
  missing = {shard, "all of its replicas have failed"};
  for (const std::size_t replica : replicas_->usable(shard)) {
    const store::HostPort& address = replicas_->shards()[shard].replicas[replica];
    try {
      const auto time = static_cast<unsigned>(std::max<std::int64_t>(patience.count(), 1));
      return Link{shard, replica, Xapian::Remote::open(address.host, address.port, time, time), {}};
    } catch (const Xapian::Error& error) {
      missing.because = fmt::format("{}: {}", written(address), error.get_msg());
      replicas_->failed(shard, replica);
    }
  }
  return std::nullopt;
}

bool Links::can_be_completed() const {
  return std::any_of(missing_.begin(), missing_.end(), [&](const MissingShard& one) {
    return !replicas_->usable(one.shard).empty();
  });
}

Result<bool> Links::connect(std::chrono::milliseconds patience) {
  const bool too_patient = patience_ > patience * kPatienceFactor;
  if (!links_.empty() && !stale_ && !too_patient && !can_be_completed()) return false;
  drop();
  const std::size_t count = replicas_->shards().size();
  std::vector<std::optional<Link>> opened(count);
  std::vector<MissingShard> missing(count);
  {
    std::vector<std::jthread> threads;
    for (std::size_t shard = 1; shard < count; ++shard) {
      threads.emplace_back([&, shard] { opened[shard] = open(shard, patience, missing[shard]); });
    }
    opened[0] = open(0, patience, missing[0]);
  }
  for (std::size_t shard = 0; shard < count; ++shard) {
    if (opened[shard]) {
      all_.add_database(opened[shard]->db);
      links_.push_back(std::move(*opened[shard]));
    } else {
      missing_.push_back(std::move(missing[shard]));
    }
  }
  patience_ = patience;
  if (links_.empty()) {
    const std::string because = missing_.front().because;
    missing_.clear();
    return failure(ErrorCode::kIo,
                   fmt::format("no shard of the cluster answers; shard 0: {}", because),
                   "start the shards: dateline-search serve-shard --db DIR --listen ADDR:PORT");
  }
  if (auto learned = learn_facts(); !learned) return failure(learned.error());
  return true;
}

Status Links::learn_facts() {
  wire::Question question;
  // In 1970 no embargo had ended: what will be hidden at some time counts as hidden.
  *question.mutable_call() = message_of(search::CallOptions(), {}, patience_);
  question.mutable_facts();
  auto answers = ask(question);
  if (!answers) return failure(answers.error());
  auto merges = std::make_shared<store::StoryMerges>();
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (!(*answers)[i].has_facts()) {
      return failure(ErrorCode::kVersion, "a shard gives another answer than was asked for",
                     "front and shards must be of the same version");
    }
    links_[i].facts = std::move(*(*answers)[i].mutable_facts());
    std::vector<store::StoryMerge> more;
    for (const wire::StoryMerge& merge : links_[i].facts.merges()) {
      more.push_back({merge.from(), merge.to()});
    }
    if (!more.empty()) *merges = merges->with(more);
  }
  merges_ = std::move(merges);
  return {};
}

// A connection that was closed says little: its server may have another ready, which is tried at
// once. One that says nothing is not asked again before it has been tried in the background.
void Links::drop(const Xapian::NetworkError& error) {
  const bool silent = std::string_view(error.get_type()) == "NetworkTimeoutError";
  for (const Link& link : links_) {
    const store::HostPort& address = replicas_->shards()[link.shard].replicas[link.replica];
    if (silent && error.get_context().find(written(address)) != std::string::npos) {
      replicas_->failed(link.shard, link.replica);
    }
  }
  drop();
}

void Links::drop() {
  all_ = Xapian::Database();
  links_.clear();
  missing_.clear();
  stale_ = false;
}

Result<std::vector<wire::Answer>> Links::ask(const wire::Question& question) {
  QuestionSpy spy(question.SerializeAsString());
  Xapian::Enquire enquire(all_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(kNobodysTerm));
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 1);
  return read(spy.answers());
}

Result<std::vector<wire::Answer>> Links::read(const std::vector<std::string>& answers) {
  asked_at_ = std::chrono::steady_clock::now();
  if (answers.size() != links_.size()) {
    return failure(ErrorCode::kInternal,
                   fmt::format("{} of {} shards have answered", answers.size(), links_.size()), "");
  }
  std::vector<wire::Answer> read;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    auto answer = read_message<wire::Answer>(answers[i], kMostAnswerBytes);
    if (!answer) return failure(answer.error());
    stale_ = stale_ || answer->stale();
    if (answer->has_failure()) {
      Error error = error_of(answer->failure());
      error.message = fmt::format("shard {}: {}", links_[i].shard, error.message);
      return failure(std::move(error));
    }
    read.push_back(std::move(*answer));
  }
  return read;
}

bool Links::was_asked_lately() const {
  return std::chrono::steady_clock::now() - asked_at_ < kLately;
}

}  // namespace dateline::cluster
