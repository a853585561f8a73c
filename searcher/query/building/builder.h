// The last stage: plan → Xapian::Query.
//
// A plain word is one posting list, its stem over headline, standfirst and body together; what
// needs positions is asked of each of the three, and joined with OR. Filters (dates, languages,
// sources and other short fields) take part without weight.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/query/building/ranked_plan.h"
#include "searcher/query/building/ranked_terms.h"
#include "searcher/query/building/unweighted_term.h"
#include "searcher/query/plan/plan.h"
#include "searcher/query/positions/match_memo.h"
#include "searcher/query/positions/position_source.h"
#include "searcher/query/positions/work.h"
#include "searcher/query/vocabulary/index_terms.h"

namespace dateline::query {

// Makes a query of the articles where any of these is met (position_source.h); `denied`: under a
// NOT.
using NearQuery = std::function<Xapian::Query(const std::vector<NearTerms>& places, bool denied)>;

// What a query is built with besides the plan and the index. Remote indexes can run queries that
// were built with none of it but the weights of words.
struct BuildOptions {
  // Spaced forms of compounds become posting sources that keep in it what they find; it has to
  // outlive the query, which finds and weighs the same with and without.
  MatchMemo* memo = nullptr;
  // All that reads positions counts its work there, and ends once its time is up.
  std::shared_ptr<Work> work = nullptr;
  Misreads misreads = {};
  WeightOfWord weight_of_word = {};  // 1 for each word where it is empty
  // Words of prose become what it makes of them, with the same matches and weights; terms where it is
  // empty.
  RankedTerms ranked_terms = {};
  // What NEAR and ADJ between phrases become; a posting source of this process where it is empty.
  NearQuery near = {};
};

struct Built {
  Xapian::Query query;
  // Lists of articles that it opens in each shard, at most: those of its terms, and those that its
  // posting sources of ours open for themselves, which Xapian does not know of.
  std::size_t lists = 0;
};

// Ranges of days are clipped to those that `index` has. Throws Xapian::Error.
Built build(const Plan& plan, IndexTerms& index, BuildOptions options = {});

// All documents, without weight. Made anew each time: Xapian's own constant for it is shared by all
// threads, and counts its references without atomic operations.
inline Xapian::Query every_document() { return Xapian::Query(std::string()); }

}  // namespace dateline::query
