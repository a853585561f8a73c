// When there is far more of something than there usually is.
//
// Kleinberg's automaton of two states ("Bursty and Hierarchical Structure in Streams", KDD 2002, in
// its form for batches): in its usual state a bucket of d articles has r relevant ones at the rate
// p0 of the whole series, in its bursty state at twice that rate. Each state costs what it makes
// unlikely, -ln(p^r (1-p)^(d-r)), and to enter the bursty one costs ln n more, n buckets in all. The
// cheapest way through the series says which buckets are bursty. So one article on a day of one is
// no burst, and a day with many articles about everything is none either.
//
//   relevant   1  2  1  9 11  2  1  0      of 100 a day
//   bursty              *  *
//
// Tested in tests/searcher/search/trends/bursts_test.cc.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::search {

struct BurstBatch {
  std::uint64_t relevant = 0;
  std::uint64_t all = 0;  // where it is less than relevant, it counts as that
};

// For each batch whether it is bursty. Linear.
std::vector<bool> bursts_of(const std::vector<BurstBatch>& batches);

}  // namespace dateline::search
