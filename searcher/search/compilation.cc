#include "searcher/search/compilation.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "common/store/guard.h"
#include "searcher/query/describe.h"
#include "searcher/search/feedback/expansion.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/matching/recency.h"
#include "searcher/search/matching/word_weights.h"

namespace dateline::search {
namespace {

Error at_caret(std::string_view text, const query::QueryError& error) {
  // A first line of its own, so that whoever puts a name before the message moves no caret.
  return {ErrorCode::kQuery, "the query is wrong:\n" + query::describe(text, error), ""};
}

// Nothing where the order is another, or hits are only counted.
void favour_recent(const Request& request, const Call& call, query::CompiledQuery& compiled) {
  if (request.sort != Sort::kRelevance || request.count_only) return;
  if (!call.index.can().run_our_sources) {
    compiled.notices.push_back(
        {"recency-local", "a remote index cannot weigh the age of articles: recency is left out"});
    return;
  }
  const double all = weight_of_all(call.index.database(), compiled.words);
  // Without words to weigh, age alone decides.
  const double most = all > 0 ? kRanking.recency_influence * all : 1;
  compiled.query =
      favouring_recent(compiled.query, *request.recency, call.options.clock->now(), most);
  compiled.ranked = Xapian::Query();  // as for any other OR of Xapian's (ranked_plan.h)
  compiled.notices.push_back(
      {"recency", fmt::format("newer articles count more: the extra halves every {} days of age",
                              request.recency->count())});
}

bool has_range(const Request& request) { return !request.from.empty() || !request.to.empty(); }

}  // namespace

Result<query::CompiledQuery> compile(const Request& request, const Call& call) {
  query::QueryOptions options = call.options;
  options.match = request.match;
  options.spelling = request.spelling;
  const Xapian::Database& db = call.index.database();
  auto compiled = query::compile(request.query, options, db);
  if (!compiled) return failure(at_caret(request.query, compiled.error()));
  if (compiled->matches_everything && !has_range(request) && request.sort == Sort::kRelevance) {
    return failure(ErrorCode::kQuery, "the query is empty",
                   "give a word to look for, a range with --from and --to, or --sort newest");
  }
  auto within = within_range(compiled->query, request, call);
  if (!within) return failure(within.error());
  compiled->query = std::move(*within);
  if (!compiled->ranked.empty()) {
    compiled->ranked = *within_range(compiled->ranked, request, call);
  }
  if (request.expand) expand(request, call, *compiled);
  if (request.recency) favour_recent(request, call, *compiled);
  return std::move(*compiled);
}

Request in_order(Request request, const query::CompiledQuery& asked) {
  const bool any_order = asked.matches_everything && request.sort == Sort::kRelevance;
  if (any_order) request.sort = Sort::kNewest;
  return request;
}

Result<Xapian::Query> within_range(const Xapian::Query& query, const Request& request,
                                   const Call& call) {
  if (!has_range(request)) return query;
  const auto filter =
      query::date_filter(request.from, request.to, call.options, call.index.database());
  if (!filter) return failure(ErrorCode::kUsage, filter.error().message, filter.error().hint);
  return Xapian::Query(Xapian::Query::OP_FILTER, query, *filter);
}

}  // namespace dateline::search
