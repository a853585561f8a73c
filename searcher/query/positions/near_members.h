// Which words and phrases are met near each other: of the spans of all operands, those that some
// match of NEAR/n or ADJ/n (near_match.h has the rule) is made of.
//
//   a NEAR/2 b    in    a x b … a … b     the first a and the first b
//
// A span is part of a match if a chain of operands that ends with it and a chain of the others that
// begins with it have, together, no more foreign words than are allowed. So the text is read once
// from each end, and each time the smallest number of foreign words is noted for every span and
// every set of operands (in order: their number). Tested against trying all choices by
// tests/searcher/query/positions/near_members_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/query/positions/near_match.h"

namespace dateline::query {

// For each span of `operands`, whether it is part of a match. Linear in the spans, and exponential
// in the operands unless in order. Of more than kMaxOperands without order each is to be single
// words that are no two the same. Bounded: of what would take more than some megabytes, the spans
// at the text's beginning are looked at alone.
std::vector<std::vector<bool>> members_of_matches(
    const std::vector<std::vector<WordSpan>>& operands, std::uint32_t distance, bool ordered);

}  // namespace dateline::query
