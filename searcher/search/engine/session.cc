#include "searcher/search/engine/session.h"

#include <algorithm>

#include "common/base/file.h"
#include "common/names/shipped/shipped_aliases.h"
#include "common/schema/fields.h"
#include "common/schema/withholding.h"
#include "searcher/search/counting/surnames_alone.h"
#include "searcher/search/matching/bounds/ranked_words.h"
#include "searcher/search/matching/index_languages.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/matching/word_weights.h"

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

// Of the time for an answer, what is for showing it.
std::chrono::milliseconds kept_for_showing(std::chrono::milliseconds budget) {
  constexpr std::chrono::milliseconds kMost{100};
  return std::min(budget / 10, kMost);
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

store::Audience audience_of(const CallOptions& asked, std::chrono::sys_seconds now) {
  store::Audience audience;
  if (asked.groups) let_groups_see(*asked.groups, audience);
  if (asked.all_statuses) return audience;
  const std::string status(schema::field(schema::FieldId::kStatus).value_prefix);
  audience.bars = {{status, status}, embargoes_at(now)};
  return audience;
}

UserTables::UserTables() : aliases(shipped()) {}

Status UserTables::use_synonyms(const std::string& path) {
  return never_throwing("reading " + path, [&]() -> Status {
    synonyms.reset();
    const auto text = text_of(path, query::Synonyms::kMaxFileBytes);
    if (!text) return failure(text.error());
    if (!*text) return {};
    auto parsed = query::Synonyms::parse(**text, path);
    if (!parsed) return failure(parsed.error());
    synonyms = std::make_shared<const query::Synonyms>(std::move(*parsed));
    return {};
  });
}

Status UserTables::use_aliases(const std::string& path) {
  return never_throwing("reading " + path, [&]() -> Status {
    aliases.reset();
    const auto text = text_of(path, names::Aliases::kMaxFileBytes);
    if (!text) return failure(text.error());
    if (!*text) return {};
    auto parsed = names::Aliases::parse(**text, path);
    if (!parsed) return failure(parsed.error());
    aliases = std::make_shared<const names::Aliases>(std::move(*parsed));
    return {};
  });
}

void UserTables::stem_in(const std::string& language) {
  if (!synonyms || synonyms->language() == language) return;
  auto stemmed = std::make_shared<query::Synonyms>(*synonyms);
  stemmed->stem_in(language);
  synonyms = std::move(stemmed);
}

std::shared_ptr<Deadline> deadline_of(const CallOptions& asked) {
  return std::make_shared<Deadline>(asked.deadline, kept_for_showing(asked.deadline),
                                    asked.cancellation);
}

Status Session::take_state() {
  if (state_ == State::kAsOpened) return {};
  const auto refreshed = reader_.refresh_if_possible();
  if (!refreshed) return failure(refreshed.error());
  // A remote index may have changed without a word.
  knows_languages_ = knows_languages_ && !*refreshed && reader_.can().tell_of_changes;
  return {};
}

void Session::learn_languages() {
  if (!knows_languages_) languages_ = languages_of(reader_.database());
  knows_languages_ = true;
  tables_.stem_in(languages_.front());
}

query::QueryOptions Session::options(const store::IndexReader& index, const CallOptions& asked,
                                     const std::shared_ptr<Deadline>& deadline,
                                     const Clock& clock) {
  query::QueryOptions options;
  options.languages = languages_;
  options.clock = &clock;
  options.aliases = tables_.aliases.get();
  options.synonyms = tables_.synonyms.get();
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

void Session::tell_no_hidden_word(const store::IndexReader& index, query::QueryOptions& options) {
  options.shows = [&index](const std::string& term) { return index.first(term) != 0; };
}

std::optional<std::chrono::sys_seconds> Session::end_of_next_embargo(std::chrono::sys_seconds now) {
  return schema::end_of_embargo(reader_.first_barring(embargoes_at(now)));
}

}  // namespace dateline::search
