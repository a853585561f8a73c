#include "searcher/search/searcher.h"

#include <fmt/format.h>

#include <iterator>
#include <type_traits>
#include <utility>

#include "common/base/file.h"
#include "common/base/strings.h"
#include "common/names/aliases.h"
#include "common/schema/fields.h"
#include "common/schema/stored_record.h"
#include "common/store/guard.h"
#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/completion/completions.h"
#include "searcher/search/counting/entity_profiler.h"
#include "searcher/search/counting/facets.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/index_languages.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/matching/matching.h"
#include "searcher/search/matching/score_parts.h"
#include "searcher/search/offers.h"
#include "searcher/search/request.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/snippet/snippet.h"

namespace dateline::search {
namespace {

// Once matching has ended, its hits are worth showing: they get at least this long.
constexpr std::chrono::milliseconds kTimeForHits{100};

Error not_found(std::string_view id_or_url) {
  return {ErrorCode::kNotFound, fmt::format("there is no article {}", id_or_url),
          "ids and URLs are in the results of a query, with --format json"};
}

Error at_caret(std::string_view text, const query::QueryError& error) {
  // A first line of its own, so that whoever puts a name before the message moves no caret.
  return {ErrorCode::kQuery, "the query is wrong:\n" + query::describe(text, error), ""};
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(store::IndexReader reader, const Clock& clock) : reader_(std::move(reader)), clock_(clock) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() = default;

  Status use_synonyms(const std::string& path);
  Result<Answer> search(const Request& request);
  Status use_aliases(const std::string& path);
  Result<EntityProfile> entity(const std::string& name, std::chrono::milliseconds deadline);
  Result<Article> article(std::string_view id_or_url);
  Result<std::vector<Completion>> suggest(std::string_view typed, std::size_t limit);
  Result<Explanation> explain(const Request& request, std::string_view id);
  const std::optional<Error>& stale_because() const { return reader_.stale_because(); }

 private:
  // Runs `body` on the newest commit, with what is the same for all queries of this call.
  template <typename Body>
  auto read(std::string_view what, const std::shared_ptr<Deadline>& deadline, Body&& body)
      -> std::invoke_result_t<Body, const query::QueryOptions&> {
    const auto refreshed = reader_.refresh_if_possible();
    if (!refreshed) return failure(refreshed.error());
    // A remote index may have changed without a word.
    knows_languages_ = knows_languages_ && !*refreshed && reader_.is_local();
    return store::guard_read(what, reader_.database(), [&] {
      if (!knows_languages_) languages_ = languages_of(reader_.database());
      knows_languages_ = true;
      if (synonyms_) synonyms_->stem_in(languages_.front());
      return body(options_for(deadline));
    });
  }

  query::QueryOptions options_for(const std::shared_ptr<Deadline>& deadline);
  Result<query::CompiledQuery> compile(const Request& request, query::QueryOptions options) const;
  Result<Matches> run(const query::CompiledQuery& compiled, const Request& request,
                      const std::shared_ptr<Deadline>& deadline);
  Result<Answer> answer(const Request& request, const query::QueryOptions& options,
                        const std::shared_ptr<Deadline>& deadline);
  std::vector<Suggestion> offers(const Request& request, const query::QueryOptions& options,
                                 const std::shared_ptr<Deadline>& deadline);
  Result<EntityProfile> profile(const std::string& name, const query::QueryOptions& options,
                                const std::shared_ptr<Deadline>& deadline);
  Result<Explanation> explanation(const Request& request, std::string_view id,
                                  const query::QueryOptions& options);
  Result<ArticleScore> score(const Xapian::Query& query, std::string_view id);

  store::IndexReader reader_;
  const Clock& clock_;
  // What the user gave for all calls to come.
  std::optional<query::Synonyms> synonyms_;
  std::optional<names::Aliases> aliases_;
  // What is found out once and kept between calls, each with a bound of its own: nothing of a
  // call's request is among it.
  query::MatchMemo memo_;
  std::vector<std::string> languages_;
  bool knows_languages_ = false;
  Stemmers stemmers_;
};

query::QueryOptions Searcher::Impl::options_for(const std::shared_ptr<Deadline>& deadline) {
  query::QueryOptions options;
  options.languages = languages_;
  options.clock = &clock_;
  if (aliases_) options.aliases = &*aliases_;
  if (synonyms_) options.synonyms = &*synonyms_;
  if (reader_.is_local()) options.memo = &memo_;
  options.expired = [deadline] { return deadline->check(); };
  return options;
}

Status Searcher::Impl::use_synonyms(const std::string& path) {
  synonyms_.reset();
  if (path == "none") return {};
  const auto text = real_files().read(path, query::Synonyms::kMaxFileBytes);
  if (!text) return failure(text.error());
  auto synonyms = query::Synonyms::parse(*text, path);
  if (!synonyms) return failure(synonyms.error());
  synonyms_ = std::move(*synonyms);
  return {};
}

Result<query::CompiledQuery> Searcher::Impl::compile(const Request& request,
                                                     query::QueryOptions options) const {
  options.match = request.match;
  options.spelling = request.spelling;
  auto compiled = query::compile(request.query, options, reader_.database());
  if (!compiled) return failure(at_caret(request.query, compiled.error()));
  const bool has_range = !request.from.empty() || !request.to.empty();
  if (compiled->matches_everything && !has_range) {
    return failure(ErrorCode::kQuery, "the query is empty",
                   "give a word to look for, or a range with --from and --to");
  }
  if (has_range) {
    const auto filter = query::date_filter(request.from, request.to, clock_, reader_.database());
    if (!filter) {
      return failure(ErrorCode::kUsage, filter.error().message, filter.error().hint);
    }
    compiled->query = Xapian::Query(Xapian::Query::OP_FILTER, compiled->query, *filter);
  }
  return std::move(*compiled);
}

Result<Matches> Searcher::Impl::run(const query::CompiledQuery& compiled, const Request& request,
                                    const std::shared_ptr<Deadline>& deadline) {
  try {
    return match(reader_, compiled, request, deadline);
  } catch (const Xapian::UnimplementedError&) {
    if (!compiled.local_only) throw;
    return failure(at_caret(
        request.query,
        {*compiled.local_only,
         "a remote index cannot be asked for phrases, compounds or like words near each other",
         "write single words, or AND; or search on the machine where the index is a directory"}));
  }
}

Result<Answer> Searcher::Impl::answer(const Request& request, const query::QueryOptions& options,
                                      const std::shared_ptr<Deadline>& deadline) {
  auto compiled = compile(request, options);
  if (!compiled) return failure(compiled.error());
  Answer answer;
  answer.query = request.query;
  answer.count_only = request.count_only;
  answer.parsed = std::move(compiled->parsed);
  answer.notices = std::move(compiled->notices);
  const auto matched = run(*compiled, request, deadline);
  if (!matched) return failure(matched.error());
  const Matches& matches = *matched;
  answer.total = matches.total;
  if (answer.total.value == 0 && !matches.partial) {
    answer.suggestions = offers(request, options, deadline);
  }
  if (!request.facets.empty()) {
    FacetCounts counted =
        count_facets(reader_, compiled->query, request.facets, options.aliases, deadline);
    answer.facets = std::move(counted.facets);
    std::move(counted.notices.begin(), counted.notices.end(), std::back_inserter(answer.notices));
  }
  deadline->extend(kTimeForHits);
  SnippetMaker snippets(compiled->marks, options.languages.front(), request.snippet_chars,
                        stemmers_);
  auto hits = hits_of(matches.page, snippets, *deadline);
  if (!hits) return failure(hits.error());
  answer.hits = std::move(*hits);
  answer.partial = matches.partial || deadline->passed();
  if (answer.partial) {
    answer.notices.push_back(
        {"deadline",
         fmt::format("stopped after {} ms: the answer is not complete", request.deadline.count())});
  }
  if (request.collapse == Collapse::kStory) {
    answer.notices.push_back({"collapse", "stories are not grouped: each article is listed"});
  }
  answer.took = deadline->elapsed();
  return answer;
}

std::vector<Suggestion> Searcher::Impl::offers(const Request& request,
                                               const query::QueryOptions& options,
                                               const std::shared_ptr<Deadline>& deadline) {
  const auto finds = [&](const std::string& query) {
    Request other = request;
    other.query = query;
    if (deadline->check()) return false;
    const auto compiled = compile(other, options);
    return compiled && matches_any(reader_.database(), reader_.live(compiled->query), deadline);
  };
  return offers_for(request, options, reader_.database(), finds);
}

Result<Answer> Searcher::Impl::search(const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  auto deadline = std::make_shared<Deadline>(request.deadline);
  return read("searching", deadline, [&](const query::QueryOptions& options) {
    return answer(request, options, deadline);
  });
}

Status Searcher::Impl::use_aliases(const std::string& path) {
  aliases_.reset();
  if (path == "none") return {};
  const auto text = real_files().read(path, names::Aliases::kMaxFileBytes);
  if (!text) return failure(text.error());
  auto aliases = names::Aliases::parse(*text, path);
  if (!aliases) return failure(aliases.error());
  aliases_ = std::move(*aliases);
  return {};
}

Result<EntityProfile> Searcher::Impl::entity(const std::string& name,
                                             std::chrono::milliseconds budget) {
  if (auto ok = check_name(name); !ok) return failure(ok.error());
  auto deadline = std::make_shared<Deadline>(budget);
  return read("reading an entity", deadline,
              [&](const query::QueryOptions& options) { return profile(name, options, deadline); });
}

Result<EntityProfile> Searcher::Impl::profile(const std::string& name,
                                              const query::QueryOptions& options,
                                              const std::shared_ptr<Deadline>& deadline) {
  std::vector<query::Notice> notices;
  const auto ask = [&](std::string_view field, const std::string& asked) {
    const std::string text = fmt::format("{}:\"{}\"", field, replace_all(asked, "\"", " "));
    const auto compiled = query::compile(text, options, reader_.database());
    if (!compiled) return Xapian::Query();
    notices = compiled->notices;
    return compiled->query;
  };
  auto profile = profile_of(reader_, name, ask, options.aliases, deadline);
  if (!profile) {
    return failure(ErrorCode::kNotFound, fmt::format("no article names “{}”", name),
                   "names are of persons, organisations and places");
  }
  std::move(notices.begin(), notices.end(), std::back_inserter(profile->notices));
  return std::move(*profile);
}

Result<Article> Searcher::Impl::article(std::string_view id_or_url) {
  const auto deadline = std::make_shared<Deadline>(Request().deadline);
  return read("reading an article", deadline, [&](const auto&) -> Result<Article> {
    const Xapian::docid found = find_article(reader_, id_or_url);
    if (found == 0) return failure(not_found(id_or_url));
    return schema::decode_record(reader_.database().get_document(found).get_data());
  });
}

Result<std::vector<Completion>> Searcher::Impl::suggest(std::string_view typed, std::size_t limit) {
  if (auto ok = check_beginning(typed, limit); !ok) return failure(ok.error());
  const auto deadline = std::make_shared<Deadline>(Request().deadline);
  return read("suggesting", deadline, [&](const auto&) -> Result<std::vector<Completion>> {
    return completions_of(reader_, typed, languages_.front(), limit);
  });
}

Result<ArticleScore> Searcher::Impl::score(const Xapian::Query& query, std::string_view id) {
  const Xapian::docid found = find_article(reader_, id);
  if (found == 0) return failure(not_found(id));
  const std::string data = reader_.database().get_document(found).get_data();
  const auto article = schema::decode_record(without_body(data));
  if (!article) return failure(article.error());
  const auto& id_field = schema::field(schema::FieldId::kId);
  ArticleScore score = score_in_parts(reader_.database(), query,
                                      schema::make_term(id_field.value_prefix, article->id));
  score.id = article->id;
  return score;
}

Result<Explanation> Searcher::Impl::explain(const Request& request, std::string_view id) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  const auto deadline = std::make_shared<Deadline>(request.deadline);
  return read("explaining", deadline, [&](const query::QueryOptions& options) {
    return explanation(request, id, options);
  });
}

Result<Explanation> Searcher::Impl::explanation(const Request& request, std::string_view id,
                                                const query::QueryOptions& options) {
  auto compiled = compile(request, options);
  if (!compiled) return failure(compiled.error());
  Explanation explanation;
  explanation.query = request.query;
  explanation.xapian = compiled->query.get_description();
  for (const std::string& term : compiled->terms) {
    explanation.terms.push_back({term, reader_.count(term)});
  }
  if (!id.empty()) {
    auto scored = score(compiled->query, id);
    if (!scored) return failure(scored.error());
    explanation.article = std::move(*scored);
  }
  explanation.parsed = std::move(compiled->parsed);
  explanation.rewritten = std::move(compiled->rewritten);
  explanation.notices = std::move(compiled->notices);
  return explanation;
}

Result<Searcher> Searcher::open(const std::vector<std::string>& places, const Clock& clock) {
  auto reader = store::IndexReader::open(places);
  if (!reader) return failure(reader.error());
  return Searcher(std::make_unique<Impl>(std::move(*reader), clock));
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Status Searcher::use_synonyms(const std::string& path) { return impl_->use_synonyms(path); }

Result<Answer> Searcher::search(const Request& request) { return impl_->search(request); }

Status Searcher::use_aliases(const std::string& path) { return impl_->use_aliases(path); }

Result<EntityProfile> Searcher::entity(const std::string& name,
                                       std::chrono::milliseconds deadline) {
  return impl_->entity(name, deadline);
}

Result<Article> Searcher::article(std::string_view id_or_url) { return impl_->article(id_or_url); }

Result<std::vector<Completion>> Searcher::suggest(std::string_view typed, std::size_t limit) {
  return impl_->suggest(typed, limit);
}

const std::optional<Error>& Searcher::stale_because() const { return impl_->stale_because(); }

Result<Explanation> Searcher::explain(const Request& request, std::string_view id) {
  return impl_->explain(request, id);
}

}  // namespace dateline::search
