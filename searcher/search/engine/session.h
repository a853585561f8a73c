// An open index, and what is kept between the calls that ask it: how a Call is made of what a caller
// says of himself.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/names/aliases.h"
#include "common/store/audience.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"
#include "searcher/query/positions/match_memo.h"
#include "searcher/query/rewrite/synonyms.h"
#include "searcher/search/call.h"
#include "searcher/search/never_throwing.h"
#include "searcher/search/snippet/stemmers.h"

namespace dateline::search {

// Who an asker is to the index, at the time `now`.
store::Audience audience_of(const CallOptions& asked, std::chrono::sys_seconds now);

// Words and names that stand for each other, as a user gave them for all calls to come; null for
// none. Never changed, so that threads may share them.
struct UserTables {
  std::shared_ptr<const query::Synonyms> synonyms;
  std::shared_ptr<const names::Aliases> aliases;

  UserTables();  // the aliases that ship
  // As Searcher's functions of these names.
  Status use_synonyms(const std::string& path);
  Status use_aliases(const std::string& path);
  // Synonyms stand for their stems in this language from here on.
  void stem_in(const std::string& language);
};

// What is left of the time for an answer once it is shown.
std::shared_ptr<Deadline> deadline_of(const CallOptions& asked);

// The clock of one call, whose asker may say in which zone he reads.
class CallClock final : public Clock {
 public:
  CallClock(const Clock& clock, std::optional<std::chrono::minutes> offset)
      : clock_(clock), offset_(offset) {}
  std::chrono::sys_seconds now() const override { return clock_.now(); }
  std::chrono::minutes local_offset() const override {
    return offset_ ? *offset_ : clock_.local_offset();
  }

 private:
  const Clock& clock_;
  std::optional<std::chrono::minutes> offset_;
};

// For one thread at a time.
class Session {
 public:
  // Which state of the index each call is answered from.
  enum class State { kNewest, kAsOpened };
  Session(store::IndexReader reader, State state) : reader_(std::move(reader)), state_(state) {}

  // Runs `body` for one call, on the newest commit or on the one that was opened. It is run again
  // where the index changes under it. `clock` has to outlive the call.
  template <typename Body>
  std::invoke_result_t<Body, const Call&> run(std::string_view what, const CallOptions& asked,
                                              const Clock& clock, const Body& body) {
    return never_throwing(what, [&]() -> std::invoke_result_t<Body, const Call&> {
      const auto deadline = deadline_of(asked);
      const CallClock call_clock(clock, asked.zone_offset);
      if (auto taken = take_state(); !taken) return failure(taken.error());
      return store::guard_read(what, reader_.database(), [&] {
        learn_languages();
        const store::Audience audience = audience_of(asked, call_clock.now());
        changes_at_ = asked.all_statuses ? std::nullopt : end_of_next_embargo(call_clock.now());
        std::optional<store::IndexReader> seen;
        if (reader_.hides_from(audience)) seen = reader_.seen_by(audience);
        const store::IndexReader& index = seen ? *seen : reader_;
        query::QueryOptions options = this->options(index, asked, deadline, call_clock);
        if (seen || asked.groups) tell_no_hidden_word(index, options);
        return body(Call{index, std::move(options), deadline, asked.names});
      });
    });
  }

  UserTables& tables() { return tables_; }
  Stemmers& stemmers() { return *stemmers_; }
  // Takes over what may be shared by the sessions of several threads.
  void share_with(const Session& other) {
    tables_ = other.tables_;
    stemmers_ = other.stemmers_;
  }
  store::IndexReader& reader() { return reader_; }
  const std::optional<Error>& stale_because() const { return reader_.stale_because(); }
  std::optional<std::chrono::sys_seconds> changes_at() const { return changes_at_; }

 private:
  Status take_state();
  void learn_languages();
  query::QueryOptions options(const store::IndexReader& index, const CallOptions& asked,
                              const std::shared_ptr<Deadline>& deadline, const Clock& clock);
  // For an asker who may not see some articles: words that only those have are not told.
  static void tell_no_hidden_word(const store::IndexReader& index, query::QueryOptions& options);
  std::optional<std::chrono::sys_seconds> end_of_next_embargo(std::chrono::sys_seconds now);

  store::IndexReader reader_;
  State state_;
  UserTables tables_;
  // What is found out once and kept between calls, each within a bound of its own. Nothing of a
  // call's options is among it.
  query::MatchMemo memo_;
  std::vector<std::string> languages_;
  bool knows_languages_ = false;
  std::optional<std::chrono::sys_seconds> changes_at_;
  // The same for the sessions of all threads.
  std::shared_ptr<Stemmers> stemmers_ = std::make_shared<Stemmers>();
};

}  // namespace dateline::search
