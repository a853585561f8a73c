// Words of prose as posting sources that leave out what cannot reach the page.
//
// Xapian tells a source the least weight that still matters (next(), skip_to()); its own lists know
// one bound for all of their postings, these know one for each block. Matches and weights are those
// of the same words as terms. (S. Ding and T. Suel, "Faster top-k document retrieval using block-max
// indexes", SIGIR 2011.)
#pragma once

#include "common/store/index_reader.h"
#include "searcher/query/building/ranked_terms.h"
#include "searcher/search/matching/ranking_parameters.h"

namespace dateline::search {

// For queries of `index` as it is now, which has to outlive the function alone; empty where it would
// gain nothing: where a shard is remote, or no segment has bounds.
query::RankedTerms ranked_terms(const store::IndexReader& index,
                                const RankingParameters& parameters = kRanking);

}  // namespace dateline::search
