#include "searcher/query/positions/near_match.h"

#include <algorithm>
#include <limits>

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

}  // namespace

NearMatcher::NearMatcher(std::size_t operands, std::uint32_t distance, bool ordered)
    : ordered_(ordered),
      full_(ordered ? operands : (std::size_t{1} << operands) - 1),
      most_foreign_(std::int64_t{distance} - 1),
      best_(full_ + 1, kNone) {}

void NearMatcher::begin() {
  std::fill(best_.begin(), best_.end(), kNone);
  pending_ = {};
}

bool NearMatcher::add(std::size_t operand, WordSpan span) {
  pass(span.first);
  if (ordered_) return extend(span, operand, operand + 1);
  const std::size_t bit = std::size_t{1} << operand;
  for (std::size_t state = 0; state <= full_; ++state) {
    if ((state & bit) == 0 && extend(span, state, state | bit)) return true;
  }
  return false;
}

// Chains that end before `position` may be continued from there.
void NearMatcher::pass(std::uint32_t position) {
  while (!pending_.empty() && pending_.top().last < position) {
    const Pending& chain = pending_.top();
    best_[chain.state] = std::min(best_[chain.state], chain.value);
    pending_.pop();
  }
}

bool NearMatcher::extend(WordSpan span, std::size_t from, std::size_t to) {
  std::int64_t foreign = 0;
  if (from != 0) {
    if (best_[from] == kNone) return false;
    foreign = best_[from] + span.first - 1;
    if (foreign > most_foreign_) return false;
  }
  if (to == full_) return true;
  pending_.push({span.last, to, foreign - span.last});
  return false;
}

bool stand_near(const std::vector<std::vector<WordSpan>>& operands, std::uint32_t distance,
                bool ordered) {
  if (!ordered && operands.size() > kMaxOperands) return false;
  NearMatcher matcher(operands.size(), distance, ordered);
  for (const Event& event : events_of(operands)) {
    if (matcher.add(event.operand, event.span)) return true;
  }
  return false;
}

}  // namespace dateline::query
