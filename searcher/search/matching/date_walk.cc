// Tested by tests/searcher/search/matching/date_walk_test.cc, against sorting all matches.
#include "searcher/search/matching/date_walk.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "common/base/calendar.h"
#include "common/schema/fields.h"
#include "searcher/query/building/day_terms.h"
#include "searcher/search/matching/pages/match_count.h"

namespace dateline::search {
namespace {

namespace chrono = std::chrono;

// Fewer matches are sorted as fast as days are walked.
constexpr Xapian::doccount kWorthWalking = 5'000;
// Days are looked through that should have so many times the page's matches; then more.
constexpr double kMargin = 2;
constexpr double kGrowth = 8;
// As in a page of stories: some may be left out afterwards.
constexpr std::uint64_t kSpareMatches = 20;

// ---- Days

// Terms of days of one length, "2020" or "202001", and how many articles have each.
struct DatedTerm {
  std::string digits;
  std::uint64_t articles;
};

// In the order of the walk; nothing where they are more than `most`.
std::optional<std::vector<DatedTerm>> dated_terms(const Xapian::Database& db, Sort sort,
                                                  std::string_view prefix, const std::string& begin,
                                                  std::size_t most) {
  const std::string start = schema::make_term(prefix, begin);
  std::vector<DatedTerm> terms;
  for (auto at = db.allterms_begin(start); at != db.allterms_end(start); ++at) {
    if (terms.size() == most) return std::nullopt;
    terms.push_back({(*at).substr(prefix.size()), at.get_termfreq()});
  }
  if (sort == Sort::kNewest) std::reverse(terms.begin(), terms.end());
  return terms;
}

// The part of `terms` in which the walk has met `wanted` articles, which is what is wanted of it
// afterwards; the last one where none is.
std::optional<std::string> reached(const std::vector<DatedTerm>& terms, std::uint64_t& wanted) {
  for (const DatedTerm& term : terms) {
    if (term.articles >= wanted) return term.digits;
    wanted -= term.articles;
  }
  return std::nullopt;
}

// The last day that the walk comes to, as digits.
std::optional<std::string> last_day(const Xapian::Database& db, Sort sort, std::uint64_t wanted) {
  constexpr std::size_t kMostInAMonth = 31;
  std::string begin;
  for (const std::string_view prefix :
       {schema::kYearPrefix, schema::kMonthPrefix, schema::kDayPrefix}) {
    const std::size_t most = begin.empty() ? query::kMostYears : kMostInAMonth;
    const auto terms = dated_terms(db, sort, prefix, begin, most);
    if (!terms) return std::nullopt;
    const auto part = reached(*terms, wanted);
    if (!part) return std::nullopt;
    begin = *part;
  }
  return begin;
}

// ---- Pages

constexpr auto kInstantOfMatch = static_cast<Xapian::valueno>(schema::Slot::kInstant);

chrono::sys_days shifted(const chrono::year_month_day& day, int by) {
  return chrono::sys_days(day) + chrono::days(by);
}

// Days are an article's own, at its offset from UTC, and its place is that of its instant: what is
// of another day than those of the range may come a day before its end.
query::DayRange with_a_day_more(query::DayRange range) {
  if (range.first) range.first = chrono::year_month_day(shifted(*range.first, -1));
  if (range.last) range.last = chrono::year_month_day(shifted(*range.last, 1));
  return range;
}

// Whether nothing outside of the range with a day more comes before the last one of the page.
bool is_settled(const Xapian::Database& db, const MatchPage& page, const query::DayRange& range) {
  if (page.list.empty()) return false;
  const Xapian::Document last = db.get_document(page.list.back().document);
  const std::string value = last.get_value(kInstantOfMatch);
  if (value.empty()) return false;
  const double instant = Xapian::sortable_unserialise(value);
  const auto seconds = [](chrono::sys_days day) {
    return static_cast<double>(chrono::sys_seconds(day).time_since_epoch().count());
  };
  return range.first ? instant >= seconds(chrono::sys_days(*range.first))
                     : instant < seconds(shifted(*range.last, 1));
}

}  // namespace

std::optional<query::DayRange> days_with(const Xapian::Database& db, Sort sort,
                                         std::uint64_t articles) {
  const auto digits = last_day(db, sort, std::max<std::uint64_t>(articles, 1));
  if (!digits) return std::nullopt;
  const auto stamp = Timestamp::parse(*digits);
  if (!stamp) return std::nullopt;
  query::DayRange range;
  (sort == Sort::kNewest ? range.first : range.last) = stamp->day();
  return range;
}

std::optional<MatchPage> find_page_by_date(Xapian::Enquire& enquire, const Request& request,
                                           const store::IndexReader& index,
                                           const Deadline& deadline, Xapian::doccount counted) {
  const Xapian::Database& db = index.database();
  const Xapian::doccount estimate = enquire.get_mset(0, 0).get_matches_estimated();
  if (!index.can().run_our_sources || estimate < kWorthWalking) return std::nullopt;
  const Xapian::Query all = enquire.get_query();
  const auto misreads = [&index](const std::string& term) { return index.misreads(term); };
  const double share = static_cast<double>(estimate) / static_cast<double>(db.get_doccount());
  const auto page_end = static_cast<double>(request.offset + request.limit + kSpareMatches);
  query::DatabaseTerms terms(db);
  const double first = kMargin * page_end / share;
  for (int grown = 0;; ++grown) {
    const double wanted = first * std::pow(kGrowth, grown);
    if (wanted >= db.get_doccount()) break;
    const auto days = days_with(db, request.sort, static_cast<std::uint64_t>(wanted));
    if (!days) break;
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, all,
                                    query::days_in(terms, with_a_day_more(*days), misreads)));
    MatchPage page = find_page(enquire, request, index, 0);
    const bool settled = page.list.size() == request.limit && is_settled(db, page, *days);
    if (!settled && !deadline.passed()) continue;
    page.goes_on = request.limit > 0;  // other days have matches too
    page.counted = count_matches(index, all, request.collapse, estimate, counted);
    std::uint64_t& total = page.counted->articles.value;
    total = std::max<std::uint64_t>(total, request.offset + page.list.size());
    return page;
  }
  enquire.set_query(all);
  return std::nullopt;
}

}  // namespace dateline::search
