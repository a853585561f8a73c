// Frequencies above kExact are rounded up to five bits, so that there are few of them to keep:
// 33 and 34 to 34, 65 to 68 to 68. Tested by tests/indexer/write/segment/block_summary_test.cc.
#include "indexer/write/segment/block_summary.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kSteps = 16;  // in each doubling of the frequency

// How much is lost where two neighbours become one, as a factor.
double loss(const store::BoundPair& more, const store::BoundPair& less) {
  return static_cast<double>(more.frequency) / less.frequency * (more.length + 1.0) /
         (less.length + 1.0);
}

void join_nearest(std::vector<store::BoundPair>& pairs) {
  std::size_t nearest = 0;
  for (std::size_t i = 1; i + 1 < pairs.size(); ++i) {
    if (loss(pairs[i], pairs[i + 1]) < loss(pairs[nearest], pairs[nearest + 1])) nearest = i;
  }
  pairs[nearest].length = pairs[nearest + 1].length;
  pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(nearest) + 1);
}

}  // namespace

std::array<std::uint32_t, BlockSummary::kBuckets> BlockSummary::nothing() {
  std::array<std::uint32_t, kBuckets> all{};
  all.fill(kNone);
  return all;
}

std::size_t BlockSummary::rounded(std::uint32_t frequency) {
  if (frequency >= store::kAnyFrequency) return kBuckets - 1;
  const auto shift = static_cast<std::uint32_t>(std::bit_width(frequency)) - 5;
  const std::uint32_t steps = (frequency + (1U << shift) - 1) >> shift;
  return kExact + (shift - 1) * kSteps + (steps - kSteps);
}

std::uint32_t BlockSummary::frequency_of(std::size_t bucket) {
  if (bucket <= kExact) return static_cast<std::uint32_t>(bucket);
  const auto above = static_cast<std::uint32_t>(bucket) - kExact - 1;
  const std::uint32_t frequency = (kSteps + 1 + above % kSteps) << (above / kSteps + 1);
  return std::min(frequency, store::kAnyFrequency);
}

void BlockSummary::add(const BlockSummary& other) {
  for (std::size_t i = 0; i <= other.highest_; ++i) {
    shortest_[i] = std::min(shortest_[i], other.shortest_[i]);
  }
  highest_ = std::max(highest_, other.highest_);
}

std::array<store::BoundPair, store::kPairs> BlockSummary::pairs() const {
  std::vector<store::BoundPair> found;
  std::uint32_t shortest = kNone;
  for (std::size_t bucket = highest_ + 1; bucket-- > 0;) {
    if (shortest_[bucket] >= shortest) continue;
    shortest = shortest_[bucket];
    found.push_back({frequency_of(bucket), std::min(shortest, store::kMostOfPair)});
  }
  while (found.size() > store::kPairs) join_nearest(found);
  std::array<store::BoundPair, store::kPairs> pairs{};
  std::copy(found.begin(), found.end(), pairs.begin());
  return pairs;
}

void BlockSummary::clear() {
  std::fill_n(shortest_.begin(), highest_ + 1, kNone);
  highest_ = 0;
}

}  // namespace dateline::indexer
