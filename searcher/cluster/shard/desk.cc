#include "searcher/cluster/shard/desk.h"

#include <charconv>
#include <random>
#include <utility>

#include "common/base/clock.h"
#include "common/store/index.h"
#include "common/store/manifest.h"
#include "searcher/cluster/shard/answers.h"
#include "searcher/cluster/shard/counts.h"
#include "searcher/cluster/sources/named_source.h"
#include "searcher/cluster/sources/question_spy.h"
#include "searcher/query/building/unweighted_term.h"
#include "searcher/query/positions/position_source.h"
#include "searcher/search/matching/recency.h"
#include "searcher/search/never_throwing.h"

namespace dateline::cluster {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{200};

// Xapian sends an exception to the front, which is what a source can say.
[[noreturn]] void refuse(const Error& error) { throw Xapian::InvalidArgumentError(error.message); }

// The clock of a front, at the time of its question.
class AskersClock final : public Clock {
 public:
  explicit AskersClock(std::chrono::sys_seconds now) : now_(now) {}
  std::chrono::sys_seconds now() const override { return now_; }
  std::chrono::minutes local_offset() const override { return {}; }

 private:
  std::chrono::sys_seconds now_;
};

std::uint64_t random_number() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace

Desk::Desk(std::string directory, store::IndexReader reader)
    : directory_(std::move(directory)),
      session_(std::move(reader), search::Session::State::kAsOpened),
      generation_(session_.reader().manifest().generation),
      token_(random_number()) {}

Xapian::Registry Desk::registry() {
  Xapian::Registry registry;
  const auto add = [&](const char* name, MakeSource make) {
    registry.register_posting_source(*source_by_name(name, std::move(make)));
  };
  add(kDeadlineName, [this](const std::string& payload) { return begin(payload); });
  add(kGoneName, [this](const std::string& payload) { return gone(payload); });
  add(kNearName, [this](const std::string& payload) { return near(payload); });
  add(kOwnListName, [](const std::string& term) { return query::own_list_of(term); });
  add(kRecencyName, [](const std::string& payload) {
    const auto recency = read_message<wire::Recency>(payload, kMostQuestionBytes);
    if (!recency) refuse(recency.error());
    const std::chrono::days half_life(recency->half_life_days());
    if (half_life < std::chrono::days(1) || half_life > search::kMaxHalfLife) {
      refuse({ErrorCode::kUsage, "no half-life", ""});
    }
    return search::recency_source(
        half_life, std::chrono::sys_seconds(std::chrono::seconds(recency->now())), recency->most());
  });
  registry.register_match_spy(QuestionSpy(
      [this](const std::string& question, std::uint64_t met) { return answer(question, met); }));
  return registry;
}

// It stands first in a front's query, so that what is read after it takes its time from it.
std::unique_ptr<Xapian::PostingSource> Desk::begin(const std::string& milliseconds) {
  std::uint32_t left = 0;
  const char* const end = milliseconds.data() + milliseconds.size();
  const auto read = std::from_chars(milliseconds.data(), end, left);
  constexpr std::uint32_t kDay = 86'400'000;
  if (read.ec != std::errc() || read.ptr != end || left > kDay) {
    refuse({ErrorCode::kUsage, "no number of milliseconds", ""});
  }
  deadline_ = std::make_shared<search::Deadline>(std::chrono::milliseconds(left));
  work_ = std::make_shared<query::Work>([deadline = deadline_] { return deadline->check(); });
  return search::deadline_source(deadline_);
}

std::unique_ptr<Xapian::PostingSource> Desk::gone(const std::string& payload) {
  const auto call = read_message<wire::Call>(payload, kMostQuestionBytes);
  if (!call) refuse(call.error());
  const auto asker = asker_of(*call);
  if (!asker) refuse(asker.error());
  const store::Audience audience = search::audience_of(asker->options, asker->now);
  store::IndexReader& reader = session_.reader();
  if (!reader.hides_from(audience)) return reader.gone_source();
  return reader.seen_by(audience).gone_source();
}

std::unique_ptr<Xapian::PostingSource> Desk::near(const std::string& payload) {
  const auto message = read_message<wire::Near>(payload, kMostQuestionBytes);
  if (!message) refuse(message.error());
  auto places = places_of(*message);
  if (!places) refuse(places.error());
  auto work = work_ ? work_ : std::make_shared<query::Work>();
  return query::near_source(std::move(*places), {std::move(work), message->denied()});
}

// A state that was folded away stays readable for as long as the connection lasts; so a front is
// told, and connects anew.
bool Desk::is_stale() {
  const auto now = std::chrono::steady_clock::now();
  if (stale_ || now - looked_at_ < kBetweenLooks) return stale_;
  looked_at_ = now;
  const auto manifest = store::read_manifest(directory_);
  stale_ = manifest && manifest->generation != generation_;
  return stale_;
}

std::string Desk::answer(const std::string& question, std::uint64_t met) {
  const auto answered = search::never_throwing("answering a front", [&]() -> Result<std::string> {
    const auto read = read_message<wire::Question>(question, kMostQuestionBytes);
    if (!read) return failure(read.error());
    return answer_to(*read, met).SerializeAsString();
  });
  if (answered) return *answered;
  wire::Answer failed;
  failed.set_minor(kMinor);
  *failed.mutable_failure() = message_of(answered.error());
  return failed.SerializeAsString();
}

wire::Answer Desk::answer_to(const wire::Question& question, std::uint64_t met) {
  wire::Answer answer;
  answer.set_minor(kMinor);
  answer.set_stale(is_stale());
  if (question.has_match()) {
    answer.set_partial(deadline_ && deadline_->passed());
    answer.mutable_met()->set_articles(met);
    return answer;
  }
  const auto asker = asker_of(question.call());
  const Status done = asker ? put(question, *asker, answer) : failure(asker.error());
  if (!done) *answer.mutable_failure() = message_of(done.error());
  return answer;
}

Status Desk::put(const wire::Question& question, const Asker& asker, wire::Answer& answer) {
  const AskersClock clock(asker.now);
  return session_.run("answering a front", asker.options, clock,
                      [&](const search::Call& call) -> Status {
                        Status done = put(question, call, answer);
                        answer.set_partial(call.deadline->passed());
                        return done;
                      });
}

Status Desk::put(const wire::Question& question, const search::Call& call, wire::Answer& answer) {
  Status done;
  if (question.has_facts()) {
    answer.mutable_facts()->set_token(token_);
    answer.mutable_facts()->set_generation(generation_);
    done = tell_facts(session_.reader(), call, *answer.mutable_facts());
  }
  if (done && question.has_terms()) {
    done = tell_terms(question.terms(), call, *answer.mutable_terms());
  }
  if (done && question.has_hits()) {
    done = tell_hits(question.hits(), token_, call, session_.stemmers(), *answer.mutable_hits());
  }
  if (done && question.has_list()) {
    done = tell_list(question.list(), call, *answer.mutable_list());
  }
  if (done && question.has_article()) {
    done = tell_article(question.article(), call, *answer.mutable_article());
  }
  if (done && question.has_suggest()) {
    done = tell_completions(question.suggest(), call, answer);
  }
  if (done && question.has_stories()) done = tell_stories(question.stories(), call, answer);
  if (done && question.has_facets()) done = tell_facets(question.facets(), call, answer);
  if (done && question.has_rows()) done = tell_rows(question.rows(), call, answer);
  if (done && question.has_trend()) done = tell_trend(question.trend(), call, answer);
  return done;
}

}  // namespace dateline::cluster
