#include "searcher/search/matching/ranking.h"

#include <memory>

#include "searcher/search/matching/place.h"

namespace dateline::search {

void apply_weighting(Xapian::Enquire& enquire, const RankingParameters& parameters) {
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(parameters.saturation, 0, parameters.query_saturation,
                         parameters.length_influence, parameters.least_length));
}

void apply_ranking(Xapian::Enquire& enquire, Sort sort, const RankingParameters& parameters) {
  apply_weighting(enquire, parameters);
  if (sort == Sort::kRelevance) return;
  auto keys = std::make_unique<DateKeys>(sort);
  enquire.set_sort_by_key(keys.release()->release(), /*reverse=*/false);
}

}  // namespace dateline::search
