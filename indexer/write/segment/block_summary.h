// Of a number of postings, which pairs of a frequency and a document's length no other one beats:
// more often in no longer a document. What ranks higher with frequency and lower with length ranks
// none of the postings above the best of these pairs.
//
//   3 times in 400 words, 1 in 90, 2 in 800, 1 in 300    →   3 in 400, 1 in 90
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "common/store/bounds/bounds_format.h"

namespace dateline::indexer {

class BlockSummary {
 public:
  void add(std::uint32_t frequency, std::uint32_t length) {
    const std::size_t bucket = frequency > kExact ? rounded(frequency) : std::max(frequency, 1U);
    if (length < shortest_[bucket]) shortest_[bucket] = length;
    if (bucket > highest_) highest_ = bucket;
  }
  void add(const BlockSummary& other);

  // Of what was added: most frequent first, each other in shorter documents. Where there are more
  // than a row has, those that differ least are told as one.
  std::array<store::BoundPair, store::kPairs> pairs() const;

  void clear();

 private:
  static constexpr std::uint32_t kExact = 32;  // frequencies up to here are told apart
  static constexpr std::size_t kBuckets = 210;
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  static std::size_t rounded(std::uint32_t frequency);
  static std::uint32_t frequency_of(std::size_t bucket);
  static std::array<std::uint32_t, kBuckets> nothing();

  std::array<std::uint32_t, kBuckets> shortest_ = nothing();
  std::size_t highest_ = 0;
};

}  // namespace dateline::indexer
