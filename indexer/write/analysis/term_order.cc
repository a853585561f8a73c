#include "indexer/write/analysis/term_order.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace dateline::indexer {
namespace {

constexpr unsigned kDigitBits = 9;
constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
// Ranks are given anew when this many terms have none, and as many again as have one.
constexpr std::size_t kMinFresh = 1024;

}  // namespace

void TermOrder::rank_all(Vocabulary& terms) {
  std::vector<std::uint32_t> order(terms.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return terms.less(a, b); });
  ranks_ = order.size();
  for (std::uint32_t rank = 0; rank < ranks_; ++rank) terms.note(order[rank]).rank = rank;
}

// By digits of the rank, the least significant first.
void TermOrder::sort_ranked() {
  scratch_.resize(ranked_.size());
  for (unsigned shift = 0; ranks_ >> shift != 0; shift += kDigitBits) {
    std::array<std::uint32_t, kDigits> starts{};
    for (const Ranked& one : ranked_) ++starts[(one.rank >> shift) % kDigits];
    std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0U);
    for (const Ranked& one : ranked_) scratch_[starts[(one.rank >> shift) % kDigits]++] = one;
    ranked_.swap(scratch_);
  }
}

void TermOrder::sort(Vocabulary& terms, std::vector<Item>& items) {
  if (terms.size() > 2 * ranks_ + kMinFresh) rank_all(terms);
  ranked_.clear();
  fresh_.clear();
  for (const Item& item : items) {
    if (item.term < ranks_) {
      ranked_.push_back({terms.note(item.term).rank, item});
    } else {
      fresh_.push_back(item);
    }
  }
  sort_ranked();
  const auto less = [&](const Item& a, const Item& b) { return terms.less(a.term, b.term); };
  std::sort(fresh_.begin(), fresh_.end(), less);
  auto ranked = ranked_.begin();
  auto out = items.begin();
  for (const Item& fresh : fresh_) {
    const auto end = std::partition_point(ranked, ranked_.end(),
                                          [&](const Ranked& one) { return less(one.item, fresh); });
    out = std::transform(ranked, end, out, [](const Ranked& one) { return one.item; });
    *out++ = fresh;
    ranked = end;
  }
  std::transform(ranked, ranked_.end(), out, [](const Ranked& one) { return one.item; });
}

}  // namespace dateline::indexer
