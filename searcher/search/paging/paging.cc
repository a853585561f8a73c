#include "searcher/search/paging/paging.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/schema/fields.h"
#include "searcher/query/positions/work.h"
#include "searcher/search/matching/ranking.h"

namespace dateline::search {
namespace {

// Looked at beyond a page, for copies of stories that are on it or stood on earlier ones.
constexpr std::size_t kSpareForCopies = 1'000;

// As it is now, to the last bit: its parts are added up as in a run of the whole query, for what
// filters adds nothing. Nothing where the query does not match the article any more, or time was up.
std::optional<double> score_of(Xapian::docid document, const Cursor& cursor,
                               const query::CompiledQuery& asked, const Call& call) {
  if (document == 0) return std::nullopt;
  Xapian::Enquire enquire(call.index.database());
  apply_weighting(enquire);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, asked.by_rank(),
                                  call.index.live(Xapian::Query(cursor.id_term))));
  try {
    const Xapian::MSet found = enquire.get_mset(0, 1);
    return found.empty() ? std::nullopt : std::optional(found.begin().get_weight());
  } catch (const query::OutOfTime&) {
    return std::nullopt;
  }
}

Place place_by_score_of_now(const Cursor& cursor, Xapian::docid document,
                            const query::CompiledQuery& asked, const Call& call) {
  if (const auto score = score_of(document, cursor, asked, call)) {
    return place_by_score(*score, document);
  }
  // Before all that have the score of then: rather met again than lost.
  return place_by_score(cursor.score, 0);
}

Place place_by_date_of(const Cursor& cursor, Sort sort, Xapian::docid document, const Call& call) {
  std::optional<schema::ArticleMark> mark = cursor.mark;
  if (document != 0) {
    const Xapian::Document there = call.index.database().get_document(document);
    mark = schema::article_mark_from_value(
        there.get_value(static_cast<Xapian::valueno>(schema::Slot::kArticle)));
  }
  const auto instant =
      cursor.instant ? std::optional(static_cast<double>(*cursor.instant)) : std::nullopt;
  return place_by_date(sort, instant, mark, document);
}

void list_behind(const Cursor& cursor, const Request& request, const query::CompiledQuery& asked,
                 const Call& call, MatchPage& page) {
  Listing listing(call.index, asked, request.sort, request.collapse,
                  start_behind(cursor, request.sort, asked, call), request.limit + kSpareForCopies);
  while (page.list.size() <= request.limit) {
    const std::vector<PageMatch> more = listing.next(call.deadline);
    if (more.empty()) break;
    page.list.insert(page.list.end(), more.begin(), more.end());
  }
  page.goes_on = page.list.size() > request.limit;
  page.list.resize(std::min(page.list.size(), request.limit));
}

// Its servers cannot be asked for a place, so the page is found by its number.
Result<Matches> match_by_rank(const Cursor& cursor, Request request,
                              const query::CompiledQuery& asked, const Call& call) {
  if (cursor.rank + request.limit > kMaxReach) {
    return failure(ErrorCode::kUsage, "a remote index is paged no further than a million hits",
                   "ask on the machine where the index is a directory");
  }
  request.offset = static_cast<std::size_t>(cursor.rank);
  return match(call.index, asked, request, call.deadline);
}

}  // namespace

ListStart start_behind(const Cursor& cursor, Sort sort, const query::CompiledQuery& asked,
                       const Call& call) {
  const Xapian::docid document = call.index.first(cursor.id_term);
  const Place place = sort == Sort::kRelevance
                          ? place_by_score_of_now(cursor, document, asked, call)
                          : place_by_date_of(cursor, sort, document, call);
  return {place, static_cast<std::size_t>(cursor.rank)};
}

Result<Matches> match_page(const Request& request, const query::CompiledQuery& asked,
                           const Call& call) {
  if (request.after.empty()) return match(call.index, asked, request, call.deadline);
  const auto cursor = read_cursor(request.after);
  if (!cursor) return failure(cursor.error());
  if (!call.index.can().run_our_sources) return match_by_rank(*cursor, request, asked, call);
  Request totals = request;
  totals.limit = 0;
  totals.sort = Sort::kRelevance;  // which counts without sorting all
  Matches matches = match(call.index, asked, totals, call.deadline);
  if (request.limit > 0 && !request.count_only && !matches.partial) {
    list_behind(*cursor, request, asked, call, matches.page);
  }
  matches.partial = matches.partial || call.deadline->passed();
  return matches;
}

}  // namespace dateline::search
