#include "searcher/search/matching.h"

#include <algorithm>

#include "searcher/search/ranking.h"

namespace dateline::search {
namespace {

// Totals up to here are counted exactly, which costs little over finding the best ten; beyond it
// the matcher may skip what cannot reach the page.
constexpr Xapian::doccount kCountedExactly = 10'000;

Total total_of(const Xapian::MSet& matches, bool partial) {
  const Xapian::doccount least = matches.get_matches_lower_bound();
  if (partial) return {least, TotalRelation::kAtLeast};
  if (least == matches.get_matches_upper_bound()) return {least, TotalRelation::kExact};
  return {matches.get_matches_estimated(), TotalRelation::kEstimate};
}

Xapian::MSet run(Xapian::Enquire& enquire, const Xapian::Database& db, const Request& request) {
  const Xapian::doccount articles = db.get_doccount();
  if (request.count_only) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, articles);
  }
  apply_ranking(enquire, request.sort);
  const auto offset = static_cast<Xapian::doccount>(request.offset);
  const auto limit = static_cast<Xapian::doccount>(request.limit);
  return enquire.get_mset(offset, limit, std::max(offset + limit, kCountedExactly));
}

// xapian-tcpsrv cannot run our hook. Its own limit is the next best thing.
Xapian::MSet run_remotely(const Xapian::Database& db, const Xapian::Query& query,
                          const Request& request) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_time_limit(std::chrono::duration<double>(request.deadline).count());
  return run(enquire, db, request);
}

}  // namespace

Matches match(const store::IndexReader& index, const Xapian::Query& query, const Request& request,
              const std::shared_ptr<Deadline>& deadline) {
  Matches matches;
  const Xapian::Database& db = index.database();
  try {
    Xapian::Enquire enquire(db);
    enquire.set_query(bounded_by(index.live(query), deadline));
    matches.page = run(enquire, db, request);
  } catch (const Xapian::UnimplementedError&) {
    // A query that Xapian cannot run in any place throws here once more.
    matches.page = run_remotely(db, query, request);
  }
  matches.partial = deadline->passed();
  matches.total = total_of(matches.page, matches.partial);
  return matches;
}

bool matches_any(const Xapian::Database& db, const Xapian::Query& query,
                 const std::shared_ptr<Deadline>& deadline) {
  const auto finds = [&](const Xapian::Query& asked) {
    Xapian::Enquire enquire(db);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(asked);
    return !enquire.get_mset(0, 1).empty();
  };
  try {
    return finds(bounded_by(query, deadline));
  } catch (const Xapian::UnimplementedError&) {
    return finds(query);
  }
}

}  // namespace dateline::search
