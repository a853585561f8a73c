// Whether words and phrases stand near each other: the rule of NEAR/n and ADJ/n.
//
// Each operand has spans in the text, of one word or of several. There is a match if one span of
// each operand can be chosen so that no two overlap and, between the first and the last, at most
// n - 1 words belong to none of them. For two words this is a difference of positions of at most n;
// for k words they span at most n + k - 2 positions. In order (ADJ), the spans must also follow
// each other as the operands do; a phrase is ADJ/1.
//
// The algorithm reads the spans from left to right and keeps, for each set of operands that a chain
// of spans may have used (in order: for each number of them), the smallest
//     (foreign words inside the chain) - (its last position),
// which is all that the future depends on: a span that begins at b adds b - 1 - last foreign words.
// So it is exact, and linear in the spans; exponential in the operands, of which there are at most
// kMaxOperands unless in order.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::query {

struct WordSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // included
};

// Beyond this many, unordered operands are refused by the rewriter.
inline constexpr std::size_t kMaxOperands = 10;

// `operands[i]` are the spans of operand i, ascending by `first`.
bool stand_near(const std::vector<std::vector<WordSpan>>& operands, std::uint32_t distance,
                bool ordered);

}  // namespace dateline::query
