// A request's query, compiled for one call.
#pragma once

#include <optional>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "searcher/query/query.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The query within the request's range of dates. kQuery, with a caret, where its text is wrong or
// nothing is asked for; kUsage where a date is wrong. Throws Xapian::Error.
Result<query::CompiledQuery> compile(const Request& request, const Call& call);

// The same by what `index` says of its words, and without what looks into articles (expansion by
// feedback, recency), for whoever has the index somewhere else.
Result<query::CompiledQuery> compile(const Request& request, query::QueryOptions options,
                                     query::IndexTerms& index);

// The request's range of dates; none where it is open on both sides. kUsage where a date is wrong.
Result<std::optional<query::DayRange>> range_of(const Request& request, const Clock& clock);

// The request as it is run: nothing is more relevant than another where no word was asked for.
Request in_order(Request request, const query::CompiledQuery& asked);

// `query` within the request's range of dates, where it has one. kUsage where a date is wrong. Throws
// Xapian::Error.
Result<Xapian::Query> within_range(const Xapian::Query& query, const Request& request,
                                   const Call& call);

}  // namespace dateline::search
