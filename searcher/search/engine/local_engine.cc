#include "searcher/search/engine/local_engine.h"

#include <fmt/format.h>

#include <utility>

#include "common/schema/stored_record.h"
#include "searcher/search/answering.h"
#include "searcher/search/completion/completions.h"
#include "searcher/search/counting/entity_profiler.h"
#include "searcher/search/explaining.h"
#include "searcher/search/likening.h"
#include "searcher/search/matching/lookup.h"
#include "searcher/search/snippet/hits.h"
#include "searcher/search/stories/story_reading.h"
#include "searcher/search/streaming.h"
#include "searcher/search/trending.h"

namespace dateline::search {
namespace {

Error time_was_up(std::string_view what) {
  return {ErrorCode::kLimit, fmt::format("{}: time was up, or the call was cancelled", what),
          "ask again, with a later deadline"};
}

}  // namespace

Result<std::unique_ptr<LocalEngine>> LocalEngine::open(const std::vector<std::string>& places,
                                                       const Clock& clock) {
  auto reader = store::IndexReader::open(places);
  if (!reader) return failure(reader.error());
  return std::make_unique<LocalEngine>(places, std::move(*reader), clock);
}

Result<std::unique_ptr<Engine>> LocalEngine::another() const {
  auto other = open(places_, clock_);
  if (!other) return failure(other.error());
  (*other)->session_.share_with(session_);
  return std::move(*other);
}

Result<Answer> LocalEngine::search(const Request& request) {
  return session_.run("searching", request, clock_, [&](const Call& call) {
    return answer_of(request, call, session_.stemmers());
  });
}

Result<Answer> LocalEngine::stream(const Request& request, const TakeHit& take) {
  StreamProgress progress;
  return session_.run("searching", request, clock_, [&](const Call& call) {
    return stream_of(request, call, session_.stemmers(), take, progress);
  });
}

Result<Trend> LocalEngine::trend(const std::vector<std::string>& queries, const Request& request) {
  return session_.run("counting over time", request, clock_,
                      [&](const Call& call) { return trend_of(queries, request, call); });
}

Result<EntityProfile> LocalEngine::entity(const std::string& name, const CallOptions& options) {
  return session_.run("reading an entity", options, clock_,
                      [&](const Call& call) { return profile_of(name, call); });
}

Result<Article> LocalEngine::article(std::string_view id_or_url, const CallOptions& options) {
  constexpr std::string_view kWhat = "reading an article";
  return session_.run(kWhat, options, clock_, [&](const Call& call) -> Result<Article> {
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

Result<Story> LocalEngine::story(std::string_view id, const CallOptions& options) {
  return session_.run("reading a story", options, clock_,
                      [&](const Call& call) { return read_story(id, call); });
}

Result<Answer> LocalEngine::similar(std::string_view id_or_url, const Request& request) {
  return session_.run("looking for like articles", request, clock_, [&](const Call& call) {
    return like_article(id_or_url, request, call, session_.stemmers());
  });
}

Result<Answer> LocalEngine::similar_to_draft(std::string_view draft, const Request& request) {
  return session_.run("looking for like articles", request, clock_, [&](const Call& call) {
    return like_draft(draft, request, call, session_.stemmers());
  });
}

Result<std::vector<Completion>> LocalEngine::suggest(std::string_view typed, std::size_t limit,
                                                     const CallOptions& options) {
  return session_.run("suggesting", options, clock_, [&](const Call& call) {
    return Result<std::vector<Completion>>(completions_of(call, typed, limit));
  });
}

Result<Explanation> LocalEngine::explain(const Request& request, std::string_view id) {
  return session_.run("explaining", request, clock_,
                      [&](const Call& call) { return explanation_of(request, id, call); });
}

}  // namespace dateline::search
