// How matches are ordered: the weights of relevance, and the dates.
#pragma once

#include <xapian.h>

#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Sets weighting and order. Articles without a date come last whichever way dates are sorted; ties
// are settled by relevance, then by docid.
void apply_ranking(Xapian::Enquire& enquire, Sort sort);

// Weights as apply_ranking's, for the parts of a score.
void apply_weighting(Xapian::Enquire& enquire, const RankingParameters& parameters = kRanking);

}  // namespace dateline::search
