// Which parts of a plan are words alone, any of which an article may have: what a search can rank by
// otherwise than through Xapian's own lists (ranked_terms.h).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/building/ranked_terms.h"
#include "searcher/query/plan/plan.h"

namespace dateline::query {

// What the weight of a word of prose is multiplied with, above 0, by its terms: its stems.
using WeightOfWord = std::function<double(const std::vector<std::string>& terms)>;

// What is said of the weights of a part of a plan by what stands above it.
struct WeightsAbove {
  bool is_asked = true;  // no stop word, which tells nothing however often articles have it
  double factor = 1;

  // Below `plan`, a kWeight.
  WeightsAbove below(const Plan& plan) const {
    return {is_asked && !plan.dispensable, factor * plan.weight};
  }
};

// Which of many lists stands first is found by looking at each; Xapian's own tree looks at a few.
inline constexpr std::size_t kMostRankedTogether = 32;

// Whether what is asked of a field takes part without weight.
bool is_filter(const schema::Field* field);

// What the weight of a kStem is multiplied with for what its word tells. `weight_of_word` may be
// empty.
double telling(const Plan& plan, const WeightsAbove& above, const WeightOfWord& weight_of_word);

// The terms of which an article that matches has any, each with its weight, one or more and at most
// kMostRankedTogether; nothing where there is more to it.
std::optional<std::vector<RankedTerm>> ranked_terms_of(const Plan& plan, const WeightsAbove& above,
                                                       const WeightOfWord& weight_of_word);

// Whether all of it that is weighed is one of those, and nothing but conjunctions, filters and
// denials stand above them. Of a disjunction with anything else Xapian 1.4 makes an OR of its own,
// which it turns into an AND MAYBE and that into an AND as the least weight that matters grows; and
// its AndMaybePostList then goes past the document at which its second list already stands. So
// bounds, which make that weight grow early, are not for those.
bool is_ranked_by_terms(const Plan& plan);

}  // namespace dateline::query
