// What one word gives an article: BM25, of the word's frequency there and the article's length, as
// apply_weighting() (ranking.h) has Xapian compute it, to the last bit. Grows with the frequency and
// falls with the length: what is looked up beside the lists (common/store/bounds) depends on that,
// and on no number of ranking.
#pragma once

#include <xapian.h>

#include <algorithm>

#include "searcher/search/matching/ranking_parameters.h"

namespace dateline::search {

// What is the same for all words of an index.
struct Collection {
  double articles = 0;
  double mean_length = 0;

  // Throws Xapian::Error.
  static Collection of(const Xapian::Database& db);
};

class WordScore {
 public:
  // Of a word that `having` of the collection's articles have, times `factor`.
  WordScore(const Collection& collection, double having, double factor,
            const RankingParameters& parameters);

  double of(double frequency, double length) const {
    const double relative = std::max(length * per_mean_length_, least_length_);
    const double rest = saturation_ * (relative * length_influence_ + (1 - length_influence_));
    return weight_ * (frequency / (rest + frequency));
  }

 private:
  double weight_;
  double saturation_;
  double length_influence_;
  double least_length_;
  double per_mean_length_;
};

}  // namespace dateline::search
