// Matching is Xapian's; what is decided here is how it ends and how far it counts. Queries whose
// lists are short run without looking at the clock; others are joined with the deadline's posting
// source (deadline.h). Totals are exact up to a bound, and estimates beyond it. Tested by
// tests/searcher/search/searcher_test.cc and partial_answers_test.cc.
#include "searcher/search/matching/matching.h"

#include <algorithm>
#include <utility>

#include "searcher/query/positions/work.h"
#include "searcher/search/matching/date_walk.h"
#include "searcher/search/matching/pages/equal_scores.h"
#include "searcher/search/matching/pages/story_page.h"
#include "searcher/search/matching/ranking.h"
#include "searcher/search/matching/unweighted.h"

namespace dateline::search {
namespace {

// Where bounds leave out what cannot reach the page (bounds/ranked_words.h), counting is what takes
// the time: beyond this the total is what was met, at least.
constexpr Xapian::doccount kCountedBesideBounds = 1'000;

// How a run counts: what it meets, exactly up to `exactly`.
struct Counting {
  Xapian::doccount exactly = kCountedExactly;
  TotalRelation beyond = TotalRelation::kEstimate;
};

struct Bounds {
  Xapian::doccount least;
  Xapian::doccount most;
  Xapian::doccount estimated;
};

Total total_of(const Bounds& bounds, const Counting& counting, bool partial) {
  if (partial) return {bounds.least, TotalRelation::kAtLeast};
  if (bounds.least == bounds.most) return {bounds.least, TotalRelation::kExact};
  const bool is_estimate = counting.beyond == TotalRelation::kEstimate;
  return {is_estimate ? bounds.estimated : bounds.least, counting.beyond};
}

// Where stories are collapsed, what Xapian knows of articles is a guess; our own count is exact where
// all were looked at.
Bounds articles_in(const MatchPage& page, Xapian::doccount counted) {
  const Xapian::MSet& found = page.found;
  Bounds bounds{found.get_uncollapsed_matches_lower_bound(),
                found.get_uncollapsed_matches_upper_bound(),
                found.get_uncollapsed_matches_estimated()};
  if (!page.articles) return bounds;
  const auto met = static_cast<Xapian::doccount>(*page.articles);
  if (met < counted) return {met, met, met};
  bounds.least = std::max(bounds.least, met);
  bounds.estimated = std::max(bounds.estimated, bounds.least);
  return bounds;
}

// Stories that are merged beside the index, not in its values, are counted as several.
Bounds stories_in(const MatchPage& page, Xapian::doccount counted) {
  const Xapian::MSet& found = page.found;
  if (page.stories) {
    const auto met = static_cast<Xapian::doccount>(*page.stories);
    if (*page.articles < counted) return {met, met, met};
    const double share = static_cast<double>(met) / static_cast<double>(*page.articles);
    const double estimated = share * static_cast<double>(articles_in(page, counted).estimated);
    const auto most = std::max(met, found.get_matches_upper_bound());
    return {met, most, std::clamp(static_cast<Xapian::doccount>(estimated), met, most)};
  }
  const Xapian::doccount least = found.get_matches_lower_bound();
  if (page.articles && *page.articles < counted) return {least, least, least};
  return {least, found.get_matches_upper_bound(), found.get_matches_estimated()};
}

// Half a microsecond was measured on eight segments whose blocks are in memory. Wildcards in phrases
// beside other work came up to 31 ms late where 2 were allowed for (five segments of 200,000
// articles), and in time with 8.
constexpr std::chrono::nanoseconds kToLookUpAList{8000};

// Reading and weighing a posting takes some 50 ns at most. Where all lists of a query are read in a
// small part of the time, it needs no look at the clock: as a filter beside a single word that
// costs half as much as the word itself.
bool ends_in_time(const store::IndexReader& index, const query::CompiledQuery& asked,
                  const Request& request) {
  constexpr std::uint64_t kPostingsInAMillisecond = 20'000;
  constexpr std::uint64_t kPart = 10;
  // Asking how long many lists are takes time of its own.
  constexpr std::size_t kMostLists = 1024;
  const Xapian::Database& db = index.database();
  if (asked.reads_positions || !index.can().run_our_sources ||
      asked.terms.size() * db.size() > kMostLists) {
    return false;
  }
  const auto time = static_cast<std::uint64_t>(request.deadline.count());
  const std::uint64_t most = time * kPostingsInAMillisecond / kPart;
  std::uint64_t postings = db.get_doccount();
  for (auto term = asked.query.get_terms_begin(); term != asked.query.get_terms_end(); ++term) {
    if (postings > most) return false;
    postings += db.get_termfreq(*term);
  }
  return postings <= most;
}

MatchPage run(Xapian::Enquire& enquire, const store::IndexReader& index,
              const query::CompiledQuery& asked, const Request& request, const Deadline& deadline,
              const RankingParameters& ranking, const QueryOfRun& query, Xapian::doccount counted) {
  const Xapian::doccount articles = index.database().get_doccount();
  if (request.count_only) {
    weigh_nothing(enquire, index, asked.query);
    MatchPage page;
    page.found = enquire.get_mset(0, 0, articles);
    return page;
  }
  apply_ranking(enquire, request.sort, ranking);
  if (request.sort != Sort::kRelevance) {
    auto page = find_page_by_date(enquire, request, index, deadline, counted);
    if (page) return std::move(*page);
  }
  if (request.sort == Sort::kRelevance) {
    auto page = find_page_of_equals(enquire, request, index, counted);
    if (page) return std::move(*page);
    if (request.collapse == Collapse::kStory && index.can().run_our_sources) {
      page = find_story_page(enquire, query, request, index, deadline, counted);
      if (page) return std::move(*page);
      enquire.set_query(query(nullptr));
    }
  }
  return find_page(enquire, request, index, counted);
}

// What was met before time was up may have more beside it.
Total counted_in_time(Total total, bool partial) {
  const bool more = partial && total.relation == TotalRelation::kExact;
  return more ? Total{total.value, TotalRelation::kAtLeast} : total;
}

void add_totals(const Request& request, const Counting& counting, Matches& matches) {
  if (const auto& counted = matches.page.counted) {
    matches.total = counted_in_time(counted->articles, matches.partial);
    if (counted->stories) {
      matches.stories = counted_in_time(*counted->stories, matches.partial);
    }
    return;
  }
  matches.total = total_of(articles_in(matches.page, counting.exactly), counting, matches.partial);
  if (request.collapse == Collapse::kStory && !request.count_only) {
    matches.stories =
        total_of(stories_in(matches.page, counting.exactly), counting, matches.partial);
  }
}

bool is_ranked(const query::CompiledQuery& asked, const Request& request) {
  return request.sort == Sort::kRelevance && !request.count_only && !asked.ranked.empty();
}

// A phrase that ends for want of time lets one more article past the NOT before it. Xapian takes the
// parts of a conjunction apart and asks our source before the NOT; a second one, around what it does
// not take apart, is asked after it.
Xapian::Query ended(const Xapian::Query& query, const store::IndexReader& index,
                    const query::CompiledQuery& asked, const std::shared_ptr<Deadline>& deadline,
                    std::shared_ptr<MatchedShard> shard = nullptr) {
  Xapian::Query once = bounded_by(index.live(query), deadline, std::move(shard));
  if (!asked.denies_positions || !asked.work) return once;
  return bounded_by(query::opened_in_time(once, asked.work), deadline);
}

}  // namespace

Xapian::Query ended_query(const store::IndexReader& index, const query::CompiledQuery& asked,
                          const std::shared_ptr<Deadline>& deadline,
                          std::shared_ptr<MatchedShard> shard) {
  return ended(asked.by_rank(), index, asked, deadline, std::move(shard));
}

std::size_t lists_within(std::chrono::nanoseconds time) {
  return static_cast<std::size_t>(std::max<std::int64_t>(time / kToLookUpAList, 0));
}

Matches match(const store::IndexReader& index, const query::CompiledQuery& asked,
              const Request& request, const std::shared_ptr<Deadline>& deadline,
              const RankingParameters& ranking) {
  Matches matches;
  const std::size_t lists = asked.lists * index.shards();
  if (index.can().run_our_sources && lists > lists_within(deadline->left())) deadline->end();
  if (deadline->check()) {  // as where the words of the index took all of the time
    matches.total.relation = TotalRelation::kAtLeast;
    matches.partial = true;
    return matches;
  }
  Xapian::Enquire enquire(index.database());
  const bool ranked = is_ranked(asked, request);
  const Counting counting =
      ranked ? Counting{kCountedBesideBounds, TotalRelation::kAtLeast} : Counting{};
  const Xapian::Query& query = ranked ? asked.ranked : asked.query;
  const bool needs_no_clock = ends_in_time(index, asked, request);
  const QueryOfRun query_of_run = [&](std::shared_ptr<MatchedShard> shard) {
    if (needs_no_clock && !shard) return index.live(query);
    return ended(query, index, asked, deadline, std::move(shard));
  };
  enquire.set_query(query_of_run(nullptr));
  // A server knows nothing of our deadline. Xapian's own limit, which ends the counting of further
  // matches, is the next best thing.
  if (!index.can().run_our_sources) {
    enquire.set_time_limit(std::chrono::duration<double>(request.deadline).count());
  }
  try {
    matches.page =
        run(enquire, index, asked, request, *deadline, ranking, query_of_run, counting.exactly);
  } catch (const query::OutOfTime&) {
    // Nothing has been found, and `deadline` has passed.
  }
  matches.partial = deadline->passed();
  add_totals(request, counting, matches);
  return matches;
}

void add_totals(const Request& request, Matches& matches) {
  add_totals(request, Counting{}, matches);
}

bool matches_any(const store::IndexReader& index, const Xapian::Query& query,
                 const std::shared_ptr<Deadline>& deadline) {
  Xapian::Enquire enquire(index.database());
  weigh_nothing(enquire, index, query);
  enquire.set_query(bounded_by(index.live(query), deadline));
  try {
    return !enquire.get_mset(0, 1).empty();
  } catch (const query::OutOfTime&) {
    return false;
  }
}

}  // namespace dateline::search
