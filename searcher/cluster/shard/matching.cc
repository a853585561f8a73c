#include "searcher/cluster/shard/matching.h"

#include <utility>

#include "searcher/cluster/protocol/plan_message.h"

namespace dateline::cluster {

Result<query::CompiledQuery> compiled_of(const wire::Matching& message, const search::Call& call) {
  auto matching = matching_of(message);
  if (!matching) return failure(matching.error());
  query::DatabaseTerms index(call.index.database());
  auto compiled = query::compile(std::move(matching->plan), call.options, index);
  if (!compiled) return failure(ErrorCode::kQuery, compiled.error().message, compiled.error().hint);
  if (!matching->range) return std::move(*compiled);
  const Xapian::Query within = query::date_filter(*matching->range, call.options, index);
  for (Xapian::Query* const query : {&compiled->query, &compiled->ranked}) {
    if (query->empty()) continue;
    *query = Xapian::Query(Xapian::Query::OP_FILTER, *query, within);
  }
  return std::move(*compiled);
}

}  // namespace dateline::cluster
