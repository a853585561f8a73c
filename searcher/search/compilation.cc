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
  query::DatabaseTerms terms(call.index.database());
  auto compiled = compile(request, call.options, terms);
  if (!compiled) return compiled;
  if (request.expand) expand(request, call, *compiled);
  if (request.recency) favour_recent(request, call, *compiled);
  return compiled;
}

Result<query::CompiledQuery> compile(const Request& request, query::QueryOptions options,
                                     query::IndexTerms& index) {
  options.match = request.match;
  options.spelling = request.spelling;
  auto compiled = query::compile(request.query, options, index);
  if (!compiled) return failure(at_caret(request.query, compiled.error()));
  if (compiled->matches_everything && !has_range(request) && request.sort == Sort::kRelevance) {
    return failure(ErrorCode::kQuery, "the query is empty",
                   "give a word to look for, a range with --from and --to, or --sort newest");
  }
  const auto range = range_of(request, *options.clock);
  if (!range) return failure(range.error());
  if (!*range) return std::move(*compiled);
  const Xapian::Query within = query::date_filter(**range, options, index);
  for (Xapian::Query* const query : {&compiled->query, &compiled->ranked}) {
    if (query == &compiled->ranked && query->empty()) continue;
    *query = Xapian::Query(Xapian::Query::OP_FILTER, *query, within);
  }
  return std::move(*compiled);
}

Result<std::optional<query::DayRange>> range_of(const Request& request, const Clock& clock) {
  auto range = query::date_range(request.from, request.to, clock);
  if (!range) return failure(ErrorCode::kUsage, range.error().message, range.error().hint);
  return *range;
}

Request in_order(Request request, const query::CompiledQuery& asked) {
  const bool any_order = asked.matches_everything && request.sort == Sort::kRelevance;
  if (any_order) request.sort = Sort::kNewest;
  return request;
}

Result<Xapian::Query> within_range(const Xapian::Query& query, const Request& request,
                                   const Call& call) {
  if (!has_range(request)) return query;
  const auto range = range_of(request, *call.options.clock);
  if (!range) return failure(range.error());
  if (!*range) return query;
  query::DatabaseTerms terms(call.index.database());
  return Xapian::Query(Xapian::Query::OP_FILTER, query,
                       query::date_filter(**range, call.options, terms));
}

}  // namespace dateline::search
