#include "searcher/search/matching/bounds/word_score.h"

#include <cmath>

namespace dateline::search {

Collection Collection::of(const Xapian::Database& db) {
  return {static_cast<double>(db.get_doccount()), db.get_avlength()};
}

// Every word of a query is a part of it by itself, so that none is there twice, and what a
// repetition would count (query_saturation) comes to one.
WordScore::WordScore(const Collection& collection, double having, double factor,
                     const RankingParameters& parameters)
    : saturation_(parameters.saturation),
      length_influence_(parameters.length_influence),
      least_length_(parameters.least_length),
      per_mean_length_(collection.mean_length > 0 ? 1 / collection.mean_length : 0) {
  double odds = (collection.articles - having + 0.5) / (having + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  weight_ = std::log(odds) * factor * (saturation_ + 1);
}

}  // namespace dateline::search
