#include "corpus/generator/words/ranks.h"

#include <cmath>
#include <vector>

namespace dateline::corpus {
namespace {

constexpr double kShift = 1;
constexpr double kTailExponent = 1.8;
constexpr unsigned kSlotBits = 13;
static_assert((std::uint32_t{1} << kSlotBits) == RankSampler::kCore + 1);
constexpr unsigned kKeepBits = 64 - kSlotBits;

double weight(std::uint32_t rank) { return 1.0 / (static_cast<double>(rank) + kShift); }

// The integral of the tail, which joins the core at its last rank.
constexpr double kTailWeight =
    RankSampler::kCore / ((RankSampler::kCore + kShift) * (kTailExponent - 1));

}  // namespace

RankSampler::RankSampler() {
  std::array<double, kCore + 1> scaled{};
  for (std::uint32_t rank = 1; rank <= kCore; ++rank) scaled[rank - 1] = weight(rank);
  scaled[kCore] = kTailWeight;
  for (const double part : scaled) total_ += part;
  for (double& part : scaled) part = part / total_ * (kCore + 1);
  build(scaled);
}

void RankSampler::build(std::array<double, kCore + 1>& scaled) {
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t k = 0; k <= kCore; ++k) (scaled[k] < 1 ? small : large).push_back(k);
  constexpr double kParts = static_cast<double>(std::uint64_t{1} << kKeepBits);
  for (std::uint32_t k = 0; k <= kCore; ++k) slots_[k] = {std::uint64_t{1} << kKeepBits, k};
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    slots_[poor] = {static_cast<std::uint64_t>(scaled[poor] * kParts), rich};
    scaled[rich] -= 1 - scaled[poor];
    if (scaled[rich] < 1) {
      large.pop_back();
      small.push_back(rich);
    }
  }
}

std::uint64_t RankSampler::draw(Random& random) const {
  const std::uint64_t bits = random.next();
  const auto index = static_cast<std::uint32_t>(bits >> kKeepBits);
  const Slot& slot = slots_[index];
  const std::uint64_t part = bits & ((std::uint64_t{1} << kKeepBits) - 1);
  const std::uint32_t chosen = part < slot.keep ? index : slot.alias;
  return chosen == kCore ? draw_tail(random) : chosen + 1;
}

std::uint64_t RankSampler::draw_tail(Random& random) {
  const double u = random.unit();
  const double rank = kCore / (u * std::sqrt(std::sqrt(u)));
  if (rank >= static_cast<double>(kMaxRank)) return kMaxRank;
  return static_cast<std::uint64_t>(rank) + 1;
}

double RankSampler::probability(std::uint32_t rank) const { return weight(rank) / total_; }

}  // namespace dateline::corpus
