// A request's query, compiled for one call.
#pragma once

#include <optional>

#include "common/base/result.h"
#include "searcher/query/describe.h"
#include "searcher/query/query.h"
#include "searcher/search/call.h"
#include "searcher/search/request.h"

namespace dateline::search {

// The query within the request's range of dates. kQuery, with a caret, where its text is wrong or
// nothing is asked for; kUsage where a date is wrong. Throws Xapian::Error.
Result<query::CompiledQuery> compile(const Request& request, const Call& call);

// The request as it is run: nothing is more relevant than another where no word was asked for.
Request in_order(Request request, const query::CompiledQuery& asked);

// `query` within the request's range of dates, where it has one. kUsage where a date is wrong. Throws
// Xapian::Error.
Result<Xapian::Query> within_range(const Xapian::Query& query, const Request& request,
                                   const Call& call);

// The place in `request.query` that an error of kQuery is about, for who marks it in the field in
// which it was typed. It is found out by reading the query once more, without an index: none where
// it is right but for what an index makes of it.
std::optional<query::TextPlace> place_of_fault(const Request& request);

}  // namespace dateline::search
