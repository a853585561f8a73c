// Which of the best articles of a query are like others of the best.
//
// Each article of a long question's answer has some of its words by chance. What several of the best
// are about is likelier to be what was asked for, and whichever of them say the same speak for each
// other (F. Diaz, "Regularizing ad hoc retrieval scores", CIKM 2005). An article does not speak for
// itself, as it would if its words were joined to the query.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/search/matching/ranking_parameters.h"

namespace dateline::search {

// Numbers of words, ascending, and what each weighs in an article, more than 0.
using WordWeights = std::vector<std::pair<std::uint32_t, double>>;

// Keeps the weightiest `most`, of equal weight those of lower numbers, and divides by the length of
// what is left, so that likeness() is a cosine.
void normalise(WordWeights& words, std::size_t most);

// From 0 for no word in common to 1 for the same words with the same weights.
double likeness(const WordWeights& one, const WordWeights& other);

// How like each article is to each other one, by their numbers. The same both ways; 0 for itself.
using Likenesses = std::vector<std::vector<double>>;
Likenesses likenesses_of(const std::vector<WordWeights>& articles);

// For each article, how much the others speak for it: those that are like it and have good scores,
// as the parameters say. 1 for the one that most is said for, 0 where nothing is. `scores` are one
// for each article, not below 0.
std::vector<double> agreement(const Likenesses& likenesses, const std::vector<double>& scores,
                              const RankingParameters& parameters = kRanking);

}  // namespace dateline::search
