// How much each mark of a query tells, by how few articles have it: a snippet shows the rare words
// first.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searcher/query/marks.h"

namespace dateline::search {

// In how many articles a term is.
using CountArticles = std::function<std::uint64_t(const std::string& term)>;

// For each mark from 1, what everybody has, to kMostRarity: the binary logarithm of one in how many
// articles has it, of a phrase its rarest word. Asks `count` some hundred times at most; marks
// beyond that, and names, count as rather rare.
inline constexpr std::uint32_t kMostRarity = 24;
std::vector<std::uint32_t> rarity_of(const std::vector<query::Mark>& marks, std::uint64_t articles,
                                     const CountArticles& count);

}  // namespace dateline::search
