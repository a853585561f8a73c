#include "searcher/search/searcher.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <utility>

#include "common/base/clock.h"
#include "common/base/file.h"
#include "common/base/strings.h"
#include "common/names/aliases.h"
#include "common/names/shipped/shipped_aliases.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/schema/withholding.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/answering.h"
#include "searcher/search/call.h"
#include "searcher/search/completion/completions.h"
#include "searcher/search/counting/entity_profiler.h"
#include "searcher/search/counting/surnames_alone.h"
#include "searcher/search/explaining.h"
#include "searcher/search/likening.h"
#include "searcher/search/matching/bounds/ranked_words.h"
#include "searcher/search/matching/index_languages.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/matching/word_weights.h"
#include "searcher/search/never_throwing.h"
#include "searcher/search/paging/cursor.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/stories/story_reading.h"
#include "searcher/search/streaming.h"
#include "searcher/search/trending.h"

namespace dateline::search {
namespace {

// How the index says who may see an article.
void let_groups_see(const std::vector<std::string>& groups, store::Audience& audience) {
  audience.prefix = schema::field(schema::FieldId::kAccess).value_prefix;
  audience.terms.reserve(groups.size());
  for (const std::string& group : groups) {
    audience.terms.push_back(schema::make_term(audience.prefix, group));
  }
}

// What holds at the time `now`.
store::Bar embargoes_at(std::chrono::sys_seconds now) {
  return {std::string(schema::field(schema::FieldId::kEmbargo).value_prefix),
          schema::first_embargo_at(now)};
}

store::Audience audience_of(const CallOptions& asked, std::chrono::sys_seconds now) {
  store::Audience audience;
  if (asked.groups) let_groups_see(*asked.groups, audience);
  if (asked.all_statuses) return audience;
  const std::string status(schema::field(schema::FieldId::kStatus).value_prefix);
  audience.bars = {{status, status}, embargoes_at(now)};
  return audience;
}

// Of the time for an answer, what is for showing it.
std::chrono::milliseconds kept_for_showing(std::chrono::milliseconds budget) {
  constexpr std::chrono::milliseconds kMost{100};
  return std::min(budget / 10, kMost);
}

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

Error time_was_up(std::string_view what) {
  return {ErrorCode::kLimit, fmt::format("{}: time was up, or the call was cancelled", what),
          "ask again, with a later deadline"};
}

// The text of a file of the user's; none for "none".
Result<std::optional<std::string>> text_of(const std::string& path, std::size_t most) {
  if (path == "none") return std::nullopt;
  auto text = real_files().read(path, most);
  if (!text) return failure(text.error());
  return std::move(*text);
}

// The table that is the program's own, which nobody has to keep alive.
std::shared_ptr<const names::Aliases> shipped() {
  return {std::shared_ptr<void>(), &names::shipped_aliases()};
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(std::vector<std::string> places, store::IndexReader reader, const Clock& clock)
      : places_(std::move(places)), reader_(std::move(reader)), clock_(clock) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() = default;

  static Result<std::unique_ptr<Impl>> open(const std::vector<std::string>& places,
                                            const Clock& clock);
  Result<std::unique_ptr<Impl>> another() const;
  Status use_synonyms(const std::string& path);
  Status use_aliases(const std::string& path);

  // Runs `body` on the newest commit, for one call. It is run again where the index changes under
  // it.
  template <typename Body>
  std::invoke_result_t<Body, const Call&> run(std::string_view what, const CallOptions& asked,
                                              const Body& body) {
    return never_throwing(what, [&]() -> std::invoke_result_t<Body, const Call&> {
      const auto deadline = std::make_shared<Deadline>(
          asked.deadline, kept_for_showing(asked.deadline), asked.cancellation);
      const CallClock clock(clock_, asked.zone_offset);
      const auto refreshed = reader_.refresh_if_possible();
      if (!refreshed) return failure(refreshed.error());
      // A remote index may have changed without a word.
      knows_languages_ = knows_languages_ && !*refreshed && reader_.can().tell_of_changes;
      return store::guard_read(what, reader_.database(), [&] {
        learn_languages();
        const store::Audience audience = audience_of(asked, clock.now());
        changes_at_ = asked.all_statuses ? std::nullopt : end_of_next_embargo(clock.now());
        std::optional<store::IndexReader> seen;
        if (reader_.hides_from(audience)) seen = reader_.seen_by(audience);
        const store::IndexReader& index = seen ? *seen : reader_;
        query::QueryOptions options = this->options(index, asked, deadline, clock);
        if (seen || asked.groups) tell_no_hidden_word(index, options);
        return body(Call{index, std::move(options), deadline, asked.names});
      });
    });
  }

  Stemmers& stemmers() { return *stemmers_; }
  const std::optional<Error>& stale_because() const { return reader_.stale_because(); }
  std::optional<std::chrono::sys_seconds> changes_at() const { return changes_at_; }

 private:
  void learn_languages();
  query::QueryOptions options(const store::IndexReader& index, const CallOptions& asked,
                              const std::shared_ptr<Deadline>& deadline, const Clock& clock);
  // For an asker who may not see some articles: words that only those have are not told.
  static void tell_no_hidden_word(const store::IndexReader& index, query::QueryOptions& options);
  std::optional<std::chrono::sys_seconds> end_of_next_embargo(std::chrono::sys_seconds now);

  std::vector<std::string> places_;
  store::IndexReader reader_;
  const Clock& clock_;
  // What the user gave for all calls to come; null for none. Never changed, so that searchers on
  // other threads may share it.
  std::shared_ptr<const query::Synonyms> synonyms_;
  std::shared_ptr<const names::Aliases> aliases_ = shipped();
  // What is found out once and kept between calls, each within a bound of its own. Nothing of a
  // call's options is among it.
  query::MatchMemo memo_;
  std::vector<std::string> languages_;
  bool knows_languages_ = false;
  std::optional<std::chrono::sys_seconds> changes_at_;
  // The same for the searchers of all threads.
  std::shared_ptr<Stemmers> stemmers_ = std::make_shared<Stemmers>();
};

Result<std::unique_ptr<Searcher::Impl>> Searcher::Impl::open(const std::vector<std::string>& places,
                                                             const Clock& clock) {
  auto reader = store::IndexReader::open(places);
  if (!reader) return failure(reader.error());
  return std::make_unique<Impl>(places, std::move(*reader), clock);
}

Result<std::unique_ptr<Searcher::Impl>> Searcher::Impl::another() const {
  auto other = open(places_, clock_);
  if (!other) return other;
  (*other)->synonyms_ = synonyms_;
  (*other)->aliases_ = aliases_;
  (*other)->stemmers_ = stemmers_;
  return other;
}

void Searcher::Impl::learn_languages() {
  if (!knows_languages_) languages_ = languages_of(reader_.database());
  knows_languages_ = true;
  if (!synonyms_ || synonyms_->language() == languages_.front()) return;
  auto stemmed = std::make_shared<query::Synonyms>(*synonyms_);
  stemmed->stem_in(languages_.front());
  synonyms_ = std::move(stemmed);
}

query::QueryOptions Searcher::Impl::options(const store::IndexReader& index,
                                            const CallOptions& asked,
                                            const std::shared_ptr<Deadline>& deadline,
                                            const Clock& clock) {
  query::QueryOptions options;
  options.languages = languages_;
  options.clock = &clock;
  options.aliases = aliases_.get();
  options.synonyms = synonyms_.get();
  options.runs_our_sources = index.can().run_our_sources;
  if (options.runs_our_sources) options.memo = &memo_;
  options.expired = [deadline] { return deadline->check(); };
  options.ends_in_time = options.runs_our_sources;
  options.most_lists = std::min(options.most_lists, lists_within(deadline->left() / 4));
  options.stop_word_weight = kRanking.stop_word_weight;
  options.weight_of_word = [&index](const std::vector<std::string>& terms) {
    return telling_weight(index.database(), terms);
  };
  options.ranked_terms = ranked_terms(index);
  if (options.runs_our_sources) {
    options.misreads = [&index](const std::string& term) { return index.misreads(term); };
  }
  if (options.runs_our_sources && asked.names == Names::kFolded) {
    options.surnames_alone = surnames_alone(index, options.aliases, deadline);
  }
  return options;
}

void Searcher::Impl::tell_no_hidden_word(const store::IndexReader& index,
                                         query::QueryOptions& options) {
  options.shows = [&index](const std::string& term) { return index.first(term) != 0; };
}

std::optional<std::chrono::sys_seconds> Searcher::Impl::end_of_next_embargo(
    std::chrono::sys_seconds now) {
  return schema::end_of_embargo(reader_.first_barring(embargoes_at(now)));
}

Status Searcher::Impl::use_synonyms(const std::string& path) {
  return never_throwing("reading " + path, [&]() -> Status {
    synonyms_.reset();
    const auto text = text_of(path, query::Synonyms::kMaxFileBytes);
    if (!text) return failure(text.error());
    if (!*text) return {};
    auto synonyms = query::Synonyms::parse(**text, path);
    if (!synonyms) return failure(synonyms.error());
    synonyms_ = std::make_shared<const query::Synonyms>(std::move(*synonyms));
    return {};
  });
}

Status Searcher::Impl::use_aliases(const std::string& path) {
  return never_throwing("reading " + path, [&]() -> Status {
    aliases_.reset();
    const auto text = text_of(path, names::Aliases::kMaxFileBytes);
    if (!text) return failure(text.error());
    if (!*text) return {};
    auto aliases = names::Aliases::parse(**text, path);
    if (!aliases) return failure(aliases.error());
    aliases_ = std::make_shared<const names::Aliases>(std::move(*aliases));
    return {};
  });
}

Result<Searcher> Searcher::open(const std::vector<std::string>& places, const Clock& clock) {
  return never_throwing("opening the index", [&]() -> Result<Searcher> {
    auto impl = Impl::open(places, clock);
    if (!impl) return failure(impl.error());
    return Searcher(std::move(*impl));
  });
}

Result<Searcher> Searcher::another() const {
  return never_throwing("opening the index", [&]() -> Result<Searcher> {
    auto impl = impl_->another();
    if (!impl) return failure(impl.error());
    return Searcher(std::move(*impl));
  });
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Status Searcher::use_synonyms(const std::string& path) { return impl_->use_synonyms(path); }

Status Searcher::use_aliases(const std::string& path) { return impl_->use_aliases(path); }

Result<Answer> Searcher::search(const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  if (auto ok = check_cursor(request); !ok) return failure(ok.error());
  return impl_->run("searching", request,
                    [&](const Call& call) { return answer_of(request, call, impl_->stemmers()); });
}

Result<Answer> Searcher::stream(const Request& request, const TakeHit& take) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  if (auto ok = check_cursor(request); !ok) return failure(ok.error());
  StreamProgress progress;
  return impl_->run("searching", request, [&](const Call& call) {
    return stream_of(request, call, impl_->stemmers(), take, progress);
  });
}

Result<Trend> Searcher::trend(const std::vector<std::string>& queries, const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  if (queries.empty() || queries.size() > kMaxTrendQueries) {
    return failure(ErrorCode::kUsage, fmt::format("{} queries are asked for", queries.size()),
                   fmt::format("give 1 to {}", kMaxTrendQueries));
  }
  return impl_->run("counting over time", request,
                    [&](const Call& call) { return trend_of(queries, request, call); });
}

Result<EntityProfile> Searcher::entity(const std::string& name, const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  if (auto ok = check_name(name); !ok) return failure(ok.error());
  return impl_->run("reading an entity", options,
                    [&](const Call& call) { return profile_of(name, call); });
}

Result<Article> Searcher::article(std::string_view id_or_url, const CallOptions& options) {
  constexpr std::string_view kWhat = "reading an article";
  if (auto ok = check(options); !ok) return failure(ok.error());
  return impl_->run(kWhat, options, [&](const Call& call) -> Result<Article> {
    if (call.deadline->check()) return failure(time_was_up(kWhat));
    const Xapian::docid found = find_article(call.index, id_or_url);
    if (found == 0) return failure(no_article(id_or_url));
    const std::string record = call.index.database().get_document(found).get_data();
    if (call.deadline->check()) return failure(time_was_up(kWhat));
    auto article = schema::decode_record(record);
    if (article) drop_addresses_that_run(*article);
    return article;
  });
}

Result<Story> Searcher::story(std::string_view id, const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  return impl_->run("reading a story", options,
                    [&](const Call& call) { return read_story(id, call); });
}

Result<Answer> Searcher::similar(std::string_view id_or_url, const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  return impl_->run("looking for like articles", request, [&](const Call& call) {
    return like_article(id_or_url, request, call, impl_->stemmers());
  });
}

Result<Answer> Searcher::similar_to_draft(std::string_view draft, const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  return impl_->run("looking for like articles", request, [&](const Call& call) {
    return like_draft(draft, request, call, impl_->stemmers());
  });
}

Result<std::vector<Completion>> Searcher::suggest(std::string_view typed, std::size_t limit,
                                                  const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  if (auto ok = check_beginning(typed, limit); !ok) return failure(ok.error());
  return impl_->run("suggesting", options, [&](const Call& call) {
    return Result<std::vector<Completion>>(completions_of(call, typed, limit));
  });
}

const std::optional<Error>& Searcher::stale_because() const { return impl_->stale_because(); }

std::optional<std::chrono::sys_seconds> Searcher::changes_at() const { return impl_->changes_at(); }

Result<Explanation> Searcher::explain(const Request& request, std::string_view id) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  return impl_->run("explaining", request,
                    [&](const Call& call) { return explanation_of(request, id, call); });
}

}  // namespace dateline::search
