#include "searcher/search/compilation.h"

#include <string_view>
#include <utility>

#include "searcher/query/describe.h"

namespace dateline::search {
namespace {

Error at_caret(std::string_view text, const query::QueryError& error) {
  // A first line of its own, so that whoever puts a name before the message moves no caret.
  return {ErrorCode::kQuery, "the query is wrong:\n" + query::describe(text, error), ""};
}

}  // namespace

Result<query::CompiledQuery> compile(const Request& request, const Call& call) {
  query::QueryOptions options = call.options;
  options.match = request.match;
  options.spelling = request.spelling;
  const Xapian::Database& db = call.index.database();
  auto compiled = query::compile(request.query, options, db);
  if (!compiled) return failure(at_caret(request.query, compiled.error()));
  const bool has_range = !request.from.empty() || !request.to.empty();
  if (compiled->matches_everything && !has_range && request.sort == Sort::kRelevance) {
    return failure(ErrorCode::kQuery, "the query is empty",
                   "give a word to look for, a range with --from and --to, or --sort newest");
  }
  if (has_range) {
    const auto filter = query::date_filter(request.from, request.to, options, db);
    if (!filter) {
      return failure(ErrorCode::kUsage, filter.error().message, filter.error().hint);
    }
    compiled->query = Xapian::Query(Xapian::Query::OP_FILTER, compiled->query, *filter);
  }
  return std::move(*compiled);
}

}  // namespace dateline::search
