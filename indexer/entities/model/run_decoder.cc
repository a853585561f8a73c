#include "indexer/entities/model/run_decoder.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace dateline::indexer {
namespace {

constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;

using Totals = std::array<std::int32_t, kLabels>;
using Origins = std::array<Label, kLabels>;

// A label's possible predecessors do not depend on the run.
struct Predecessors {
  std::array<Label, kLabels> labels{};
  std::size_t count = 0;
};

constexpr std::array<Predecessors, kLabels> make_predecessors() {
  std::array<Predecessors, kLabels> out{};
  for (std::size_t label = 0; label < kLabels; ++label) {
    for (std::size_t before = 0; before < kLabels; ++before) {
      if (!may_follow(static_cast<Label>(before), static_cast<Label>(label))) continue;
      out[label].labels[out[label].count++] = static_cast<Label>(before);
    }
  }
  return out;
}

constexpr std::array<Predecessors, kLabels> kPredecessors = make_predecessors();

Totals first_totals(const LabelScores& scores) {
  Totals out{};
  for (std::size_t label = 0; label < kLabels; ++label) {
    out[label] = may_begin(static_cast<Label>(label)) ? scores[label] : kImpossible;
  }
  return out;
}

Totals next_totals(const Totals& totals, const LabelScores& scores, const Transitions& transitions,
                   Origins& origins) {
  Totals out{};
  for (std::size_t label = 0; label < kLabels; ++label) {
    const Predecessors& from = kPredecessors[label];
    std::int32_t best = kImpossible;
    Label origin = from.labels[0];
    for (std::size_t i = 0; i < from.count; ++i) {
      const Label before = from.labels[i];
      const std::int32_t total = totals[before] + transitions[before][label];
      if (total > best) {
        best = total;
        origin = before;
      }
    }
    origins[label] = origin;
    // A run's length is bounded by the text's, so sums stay far from the ends of 32 bits only if
    // they are brought back: what counts are differences.
    out[label] = std::max(best, kImpossible) + scores[label];
  }
  const std::int32_t top = *std::max_element(out.begin(), out.end());
  for (std::int32_t& total : out) total = std::max(total - top, kImpossible);
  return out;
}

Label last_label(const Totals& totals) {
  Label best = kOutside;
  for (std::size_t label = 0; label < kLabels; ++label) {
    if (may_end(static_cast<Label>(label)) && totals[label] > totals[best]) {
      best = static_cast<Label>(label);
    }
  }
  return best;
}

}  // namespace

std::vector<Label> decode_run(const std::vector<LabelScores>& scores,
                              const Transitions& transitions) {
  if (scores.empty()) return {};
  std::vector<Origins> origins(scores.size());
  Totals totals = first_totals(scores[0]);
  for (std::size_t at = 1; at < scores.size(); ++at) {
    totals = next_totals(totals, scores[at], transitions, origins[at]);
  }
  std::vector<Label> out(scores.size());
  out.back() = last_label(totals);
  for (std::size_t at = scores.size() - 1; at > 0; --at) out[at - 1] = origins[at][out[at]];
  return out;
}

}  // namespace dateline::indexer
