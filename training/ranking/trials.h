// Settings that were tried, and what each gave for each query: what is chosen from, and what a
// choice is validated with.
//
// A choice that is made on some queries is judged by the others: over five folds of each
// collection's queries, and with each collection left out in turn. So nothing is judged by what it
// was chosen on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "searcher/search/matching/ranking_parameters.h"

#include "training/ranking/knobs.h"

namespace dateline::training {

// What a setting is chosen for: what the collections have in the mean, or the one that has least. A
// choice by the mean buys a gain where gains are easy with a loss elsewhere.
enum class Aim : std::uint8_t { kMean, kWorst };

// nDCG of each query of each collection.
using Figures = std::vector<std::vector<double>>;

struct Trial {
  search::RankingParameters parameters;
  Figures figures;
};

// Whether a query counts, by its collection and its number there.
using Counts = std::function<bool(std::size_t collection, std::size_t query)>;

class Trials {
 public:
  using Measure = std::function<Figures(const search::RankingParameters&)>;

  // Tries settings of the knobs of `list`, which has to outlive it; all else stays as in `first`,
  // which is the first one tried and what all others are compared with.
  explicit Trials(Measure measure, std::span<const Knob> list = knobs(),
                  const search::RankingParameters& first = plain_bm25());

  // What settings are chosen for; the mean where it is not said. `references` are nDCG@10 by
  // collection that another engine has, or 0: the worst collection is that which has least as a
  // multiple of its reference, of the plain setting where that is 0.
  void aim_at(Aim aim, std::vector<double> references);

  // Tries `settings` settings drawn at random, then goes from the best one from value to value of
  // each knob for as long as that gains. The same seed tries the same.
  void search(std::size_t settings, std::uint64_t seed);

  // Tries every setting of the list, for lists of few.
  void try_all();

  const std::vector<Trial>& all() const { return trials_; }

  // The mean nDCG of a collection as a multiple of the plain setting's, over the queries that count;
  // 1 where none does.
  double ratio(const Trial& trial, std::size_t collection, const Counts& counts) const;

  // The mean of the collections' ratios, or the least multiple of a reference, of those of which any
  // query counts, so that a collection of few queries has as much of a say as one of many.
  double worth(const Trial& trial, const Counts& counts) const;

  // The best one by the queries that count.
  const Trial& best(const Counts& counts) const;

  // The collections' ratios where each query is judged by the choice that was made without its fold,
  // or without its collection.
  std::vector<double> by_folds(std::size_t folds) const;
  std::vector<double> by_collections() const;

 private:
  const Trial& tried(const search::RankingParameters& parameters);
  bool improve();

  Measure measure_;
  std::span<const Knob> list_;
  std::vector<Trial> trials_;
  Aim aim_ = Aim::kMean;
  std::vector<double> plain_multiples_;  // of the plain setting to the references, by collection
};

}  // namespace dateline::training
