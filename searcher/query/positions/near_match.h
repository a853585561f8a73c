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

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

namespace dateline::query {

struct WordSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // included
};

// Beyond this many, unordered operands are refused by the rewriter.
inline constexpr std::size_t kMaxOperands = 10;

// One text after the other, span by span.
class NearMatcher {
 public:
  // Without order, for at most kMaxOperands.
  NearMatcher(std::size_t operands, std::uint32_t distance, bool ordered);

  // Begins a text.
  void begin();
  // A span of an operand; of all operands, they come ascending by `first`. True once there is a
  // match.
  bool add(std::size_t operand, WordSpan span);

  // Comparisons that an add() takes, at most.
  std::size_t steps() const { return ordered_ ? 1 : best_.size(); }

 private:
  // A chain that ends at a span not yet passed: it may be continued once it is.
  struct Pending {
    std::uint32_t last;
    std::size_t state;
    std::int64_t value;
    bool operator>(const Pending& other) const { return last > other.last; }
  };

  void pass(std::uint32_t position);
  bool extend(WordSpan span, std::size_t from, std::size_t to);

  bool ordered_;
  std::size_t full_;
  std::int64_t most_foreign_;
  std::vector<std::int64_t> best_;
  std::priority_queue<Pending, std::vector<Pending>, std::greater<>> pending_;
};

// `operands[i]` are the spans of operand i, ascending by `first`.
bool stand_near(const std::vector<std::vector<WordSpan>>& operands, std::uint32_t distance,
                bool ordered);

}  // namespace dateline::query
