#include "searcher/search/searcher.h"

#include <fmt/format.h>

#include <utility>

#include "searcher/search/engine/local_engine.h"
#include "searcher/search/never_throwing.h"
#include "searcher/search/paging/cursor.h"

namespace dateline::search {
namespace {

Status check_paged(const Request& request) {
  if (auto ok = check(request); !ok) return ok;
  return check_cursor(request);
}

}  // namespace

Result<Searcher> Searcher::open(const std::vector<std::string>& places, const Clock& clock) {
  return never_throwing("opening the index", [&]() -> Result<Searcher> {
    auto engine = LocalEngine::open(places, clock);
    if (!engine) return failure(engine.error());
    return Searcher(std::move(*engine));
  });
}

Result<Searcher> Searcher::another() const {
  return never_throwing("opening the index", [&]() -> Result<Searcher> {
    auto engine = engine_->another();
    if (!engine) return failure(engine.error());
    return Searcher(std::move(*engine));
  });
}

Searcher::Searcher(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Status Searcher::use_synonyms(const std::string& path) { return engine_->use_synonyms(path); }

Status Searcher::use_aliases(const std::string& path) { return engine_->use_aliases(path); }

Result<Answer> Searcher::search(const Request& request) {
  if (auto ok = check_paged(request); !ok) return failure(ok.error());
  return engine_->search(request);
}

Result<Answer> Searcher::stream(const Request& request, const TakeHit& take) {
  if (auto ok = check_paged(request); !ok) return failure(ok.error());
  return engine_->stream(request, take);
}

Result<Trend> Searcher::trend(const std::vector<std::string>& queries, const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  if (queries.empty() || queries.size() > kMaxTrendQueries) {
    return failure(ErrorCode::kUsage, fmt::format("{} queries are asked for", queries.size()),
                   fmt::format("give 1 to {}", kMaxTrendQueries));
  }
  return engine_->trend(queries, request);
}

Result<EntityProfile> Searcher::entity(const std::string& name, const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  if (auto ok = check_name(name); !ok) return failure(ok.error());
  return engine_->entity(name, options);
}

Result<Article> Searcher::article(std::string_view id_or_url, const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  return engine_->article(id_or_url, options);
}

Result<Story> Searcher::story(std::string_view id, const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  return engine_->story(id, options);
}

Result<Answer> Searcher::similar(std::string_view id_or_url, const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  return engine_->similar(id_or_url, request);
}

Result<Answer> Searcher::similar_to_draft(std::string_view draft, const Request& request) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  return engine_->similar_to_draft(draft, request);
}

Result<std::vector<Completion>> Searcher::suggest(std::string_view typed, std::size_t limit,
                                                  const CallOptions& options) {
  if (auto ok = check(options); !ok) return failure(ok.error());
  if (auto ok = check_beginning(typed, limit); !ok) return failure(ok.error());
  return engine_->suggest(typed, limit, options);
}

Result<Explanation> Searcher::explain(const Request& request, std::string_view id) {
  if (auto ok = check(request); !ok) return failure(ok.error());
  return engine_->explain(request, id);
}

const std::optional<Error>& Searcher::stale_because() const { return engine_->stale_because(); }

std::optional<std::chrono::sys_seconds> Searcher::changes_at() const {
  return engine_->changes_at();
}

}  // namespace dateline::search
