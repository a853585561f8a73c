// Running a compiled query.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>

#include "common/store/index_reader.h"
#include "searcher/query/query.h"
#include "searcher/search/answer.h"
#include "searcher/search/matching/deadline.h"
#include "searcher/search/matching/match_page.h"
#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Before it matches, Xapian looks up how many articles have each term, in each segment, without a
// look at the time. So many terms, counted once for each segment, take about as long as this.
std::size_t lists_within(std::chrono::nanoseconds time);

// The live matches of `asked`, with its weights (CompiledQuery::by_rank), as far as they are met
// before `deadline`. With `shard` as bounded_by() (deadline.h) has it.
Xapian::Query ended_query(const store::IndexReader& index, const query::CompiledQuery& asked,
                          const std::shared_ptr<Deadline>& deadline,
                          std::shared_ptr<MatchedShard> shard = nullptr);

struct Matches {
  MatchPage page;                // of no matches if only their count was asked for
  Total total;                   // of articles
  std::optional<Total> stories;  // where they are collapsed
  bool partial = false;          // the deadline cut the matching short
};

// Totals are exact up to here for whoever says nothing else, which costs little over finding the best
// ten; beyond it the matcher may skip what cannot reach the page.
inline constexpr Xapian::doccount kCountedExactly = 10'000;

// Completes totals by what a page of kCountedExactly tells, and by whether time was up.
void add_totals(const Request& request, Matches& matches);

// Throws Xapian::Error.
Matches match(const store::IndexReader& index, const query::CompiledQuery& asked,
              const Request& request, const std::shared_ptr<Deadline>& deadline,
              const RankingParameters& ranking = kRanking);

// Whether any article that counts matches, as far as can be told before the deadline. Throws
// Xapian::Error.
bool matches_any(const store::IndexReader& index, const Xapian::Query& query,
                 const std::shared_ptr<Deadline>& deadline);

}  // namespace dateline::search
