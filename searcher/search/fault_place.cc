#include "searcher/search/fault_place.h"

#include "common/store/guard.h"
#include "searcher/query/query.h"
#include "searcher/search/never_throwing.h"

namespace dateline::search {

std::optional<query::TextPlace> place_of_fault(const Request& request) {
  std::optional<query::TextPlace> place;
  const Status read = never_throwing("reading the query", [&]() -> Status {
    query::QueryOptions options;
    options.match = request.match;
    options.spelling = request.spelling;
    const Xapian::Database empty(std::string(), Xapian::DB_BACKEND_INMEMORY);
    const auto compiled = query::compile(request.query, options, empty);
    if (!compiled) place = query::place_of(request.query, compiled.error());
    return {};
  });
  return read ? place : std::nullopt;
}

}  // namespace dateline::search
