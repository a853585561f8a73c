#include "searcher/query/positions/near_match.h"

#include <algorithm>
#include <array>
#include <limits>
#include <queue>

namespace dateline::query {
namespace {

constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

struct Event {
  WordSpan span;
  std::size_t operand;
};

std::vector<Event> events_of(const std::vector<std::vector<WordSpan>>& operands) {
  std::vector<Event> events;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (const WordSpan& span : operands[i]) events.push_back({span, i});
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.span.first < b.span.first; });
  return events;
}

// A chain that ends at a span not yet passed: it may be continued once it is.
struct Pending {
  std::uint32_t last;
  std::size_t state;
  std::int64_t value;
  bool operator>(const Pending& other) const { return last > other.last; }
};

class Chains {
 public:
  Chains(std::size_t operands, std::uint32_t distance, bool ordered)
      : ordered_(ordered),
        full_(ordered ? operands : (std::size_t{1} << operands) - 1),
        most_foreign_(std::int64_t{distance} - 1),
        best_(full_ + 1, kNone) {}

  // True once a chain has all operands.
  bool add(const Event& event) {
    pass(event.span.first);
    if (ordered_) return extend(event, event.operand, event.operand + 1);
    const std::size_t bit = std::size_t{1} << event.operand;
    for (std::size_t state = 0; state <= full_; ++state) {
      if ((state & bit) == 0 && extend(event, state, state | bit)) return true;
    }
    return false;
  }

 private:
  // Chains that end before `position` may be continued from there.
  void pass(std::uint32_t position) {
    while (!pending_.empty() && pending_.top().last < position) {
      const Pending& chain = pending_.top();
      best_[chain.state] = std::min(best_[chain.state], chain.value);
      pending_.pop();
    }
  }

  bool extend(const Event& event, std::size_t from, std::size_t to) {
    std::int64_t foreign = 0;
    if (from != 0) {
      if (best_[from] == kNone) return false;
      foreign = best_[from] + event.span.first - 1;
      if (foreign > most_foreign_) return false;
    }
    if (to == full_) return true;
    pending_.push({event.span.last, to, foreign - event.span.last});
    return false;
  }

  bool ordered_;
  std::size_t full_;
  std::int64_t most_foreign_;
  std::vector<std::int64_t> best_;
  std::priority_queue<Pending, std::vector<Pending>, std::greater<>> pending_;
};

}  // namespace

bool stand_near(const std::vector<std::vector<WordSpan>>& operands, std::uint32_t distance,
                bool ordered) {
  if (!ordered && operands.size() > kMaxOperands) return false;
  Chains chains(operands.size(), distance, ordered);
  for (const Event& event : events_of(operands)) {
    if (chains.add(event)) return true;
  }
  return false;
}

}  // namespace dateline::query
