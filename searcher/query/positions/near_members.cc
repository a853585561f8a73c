#include "searcher/query/positions/near_members.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace dateline::query {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
// Numbers that are noted, of eight bytes each, from either end.
constexpr std::size_t kMostNotes = std::size_t{1} << 19;

struct Placed {
  WordSpan span;
  std::size_t operand = 0;
  std::size_t number = 0;  // within its operand
};
using Spans = std::vector<Placed>;

Spans spans_of(const std::vector<std::vector<WordSpan>>& operands) {
  Spans spans;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (std::size_t n = 0; n < operands[i].size(); ++n) spans.push_back({operands[i][n], i, n});
  }
  std::stable_sort(spans.begin(), spans.end(),
                   [](const Placed& a, const Placed& b) { return a.span.first < b.span.first; });
  return spans;
}

// ---- Chains

// The fewest foreign words of chains that end with each span, by the operands that they have used:
// a set, or in order just how many, which the span's operand tells.
class Chains {
 public:
  Chains(std::size_t operands, bool ordered, std::int64_t most_foreign)
      : ordered_(ordered),
        states_(ordered ? operands : std::size_t{1} << operands),
        most_foreign_(most_foreign),
        best_(states_, kNever) {}

  static std::size_t notes_of_span(std::size_t operands, bool ordered) {
    return ordered ? 1 : std::size_t{1} << operands;
  }

  // Spans ascending by `first`. A note for each span and state.
  std::vector<std::int64_t> read(const Spans& spans);

 private:
  struct Open {
    std::uint32_t last;
    std::size_t state;
    std::int64_t value;
    bool operator>(const Open& other) const { return last > other.last; }
  };
  using Queue = std::priority_queue<Open, std::vector<Open>, std::greater<>>;

  void pass(std::uint32_t position);
  // The fewest foreign words of a chain in `state` that `span` goes on.
  std::int64_t going_on(std::size_t state, WordSpan span) const;
  void note_ordered(const Placed& placed, std::int64_t& note);
  void note_sets(const Placed& placed, std::int64_t* notes);

  bool ordered_;
  std::size_t states_;
  std::int64_t most_foreign_;
  std::vector<std::int64_t> best_;  // of chains that have ended: foreign words - last position
  Queue open_;
};

void Chains::pass(std::uint32_t position) {
  while (!open_.empty() && open_.top().last < position) {
    const Open& chain = open_.top();
    best_[chain.state] = std::min(best_[chain.state], chain.value);
    open_.pop();
  }
}

std::int64_t Chains::going_on(std::size_t state, WordSpan span) const {
  if (best_[state] == kNever) return kNever;
  const std::int64_t foreign = best_[state] + span.first - 1;
  return foreign > most_foreign_ ? kNever : foreign;
}

void Chains::note_ordered(const Placed& placed, std::int64_t& note) {
  note = placed.operand == 0 ? 0 : going_on(placed.operand - 1, placed.span);
  if (note != kNever) open_.push({placed.span.last, placed.operand, note - placed.span.last});
}

void Chains::note_sets(const Placed& placed, std::int64_t* notes) {
  const std::size_t bit = std::size_t{1} << placed.operand;
  notes[bit] = 0;
  for (std::size_t state = 1; state < states_; ++state) {
    if ((state & bit) == 0) notes[state | bit] = going_on(state, placed.span);
  }
  for (std::size_t state = 1; state < states_; ++state) {
    if (notes[state] != kNever) {
      open_.push({placed.span.last, state, notes[state] - placed.span.last});
    }
  }
}

std::vector<std::int64_t> Chains::read(const Spans& spans) {
  const std::size_t width = ordered_ ? 1 : states_;
  std::vector<std::int64_t> notes(spans.size() * width, kNever);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    pass(spans[i].span.first);
    if (ordered_) {
      note_ordered(spans[i], notes[i]);
    } else {
      note_sets(spans[i], &notes[i * width]);
    }
  }
  return notes;
}

// ---- From both ends

// The text read backwards: what was last comes first. `order[i]` is which span stands at i then.
Spans mirrored(const Spans& spans, std::size_t operands, bool ordered,
               std::vector<std::size_t>& order) {
  constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  order.resize(spans.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return spans[a].span.last > spans[b].span.last;
  });
  Spans out;
  out.reserve(spans.size());
  for (const std::size_t i : order) {
    Placed placed = spans[i];
    placed.span = {kEnd - spans[i].span.last, kEnd - spans[i].span.first};
    if (ordered) placed.operand = operands - 1 - placed.operand;
    out.push_back(placed);
  }
  return out;
}

bool sums_to(std::int64_t before, std::int64_t behind, std::int64_t most) {
  return before != kNever && behind != kNever && before + behind <= most;
}

class Members {
 public:
  Members(std::size_t operands, bool ordered, std::int64_t most_foreign)
      : operands_(operands), ordered_(ordered), most_(most_foreign) {}

  // For each span, whether it is part of a match.
  std::vector<bool> of(const Spans& spans) const {
    const auto before = Chains(operands_, ordered_, most_).read(spans);
    std::vector<std::size_t> order;
    const Spans backwards = mirrored(spans, operands_, ordered_, order);
    const auto behind = Chains(operands_, ordered_, most_).read(backwards);
    std::vector<bool> members(spans.size());
    const std::size_t width = Chains::notes_of_span(operands_, ordered_);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::size_t bit = std::size_t{1} << (ordered_ ? 0 : spans[order[i]].operand);
      members[order[i]] = is_member(&before[order[i] * width], &behind[i * width], bit);
    }
    return members;
  }

 private:
  bool is_member(const std::int64_t* before, const std::int64_t* behind, std::size_t bit) const {
    if (ordered_) return sums_to(*before, *behind, most_);
    const std::size_t full = (std::size_t{1} << operands_) - 1;
    for (std::size_t state = bit; state <= full; ++state) {
      if ((state & bit) != 0 && sums_to(before[state], behind[(full & ~state) | bit], most_)) {
        return true;
      }
    }
    return false;
  }

  std::size_t operands_;
  bool ordered_;
  std::int64_t most_;
};

// ---- Many words in any order

// Single words of which no two are the same: a match is a window that has each of them. From each
// word on, the window that it begins is looked at: what is in it, but for the word itself, is with it.
std::vector<bool> members_of_windows(const Spans& spans, std::size_t operands,
                                     std::uint32_t distance) {
  std::vector<bool> members(spans.size());
  std::vector<std::size_t> counts(operands);
  std::size_t different = 0;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < spans.size(); ++begin) {
    const std::uint64_t last = std::uint64_t{spans[begin].span.first} + distance + operands - 2;
    for (; end < spans.size() && spans[end].span.first <= last; ++end) {
      if (counts[spans[end].operand]++ == 0) ++different;
    }
    if (different == operands) {
      members[begin] = true;
      for (std::size_t i = begin; i < end; ++i) {
        if (spans[i].operand != spans[begin].operand) members[i] = true;
      }
    }
    if (--counts[spans[begin].operand] == 0) --different;
  }
  return members;
}

}  // namespace

std::vector<std::vector<bool>> members_of_matches(
    const std::vector<std::vector<WordSpan>>& operands, std::uint32_t distance, bool ordered) {
  std::vector<std::vector<bool>> out;
  out.reserve(operands.size());
  for (const auto& spans : operands) out.emplace_back(spans.size());
  if (operands.empty()) return out;
  Spans spans = spans_of(operands);
  const bool windows = !ordered && operands.size() > kMaxOperands;
  if (!windows) {
    const std::size_t most = kMostNotes / Chains::notes_of_span(operands.size(), ordered);
    if (spans.size() > most) spans.resize(most);
  }
  const auto members =
      windows ? members_of_windows(spans, operands.size(), distance)
              : Members(operands.size(), ordered, std::int64_t{distance} - 1).of(spans);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    out[spans[i].operand][spans[i].number] = members[i];
  }
  return out;
}

}  // namespace dateline::query
