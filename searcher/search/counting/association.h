// How strongly two things go together.
#pragma once

#include <cstdint>

namespace dateline::search {

// Dunning's log-likelihood ratio of two things that are in `a` and `b` of `all` articles and
// together in `both`: 0 for what chance alone would give or less. Unlike mere frequency it does not
// put those first that are everywhere; unlike mutual information it does not put those first that
// are nowhere else.
double log_likelihood(std::uint64_t both, std::uint64_t a, std::uint64_t b, std::uint64_t all);

}  // namespace dateline::search
