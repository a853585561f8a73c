// How matches are ordered: the weights of relevance, and the dates.
#pragma once

#include <xapian.h>

#include "searcher/search/matching/ranking_parameters.h"
#include "searcher/search/request.h"

namespace dateline::search {

// Sets weighting and order, which is that of places (place.h). Articles without a date come last
// whichever way dates are sorted.
void apply_ranking(Xapian::Enquire& enquire, Sort sort,
                   const RankingParameters& parameters = kRanking);

// Weights as apply_ranking's, for the parts of a score.
void apply_weighting(Xapian::Enquire& enquire, const RankingParameters& parameters = kRanking);

}  // namespace dateline::search
