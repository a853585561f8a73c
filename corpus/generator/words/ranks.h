// How often the word of each rank is used: Zipf's law, and with it Heaps'.
//
// Words are drawn independently from a double power law over an unbounded vocabulary: the core's
// frequencies fall as 1/(rank + 1) (Mandelbrot's shift keeps "the" near 5 %), those beyond it as
// rank^-1.8. M. Gerlach and E. G. Altmann, "Stochastic Model for the Vocabulary Growth in Natural
// Languages" (Phys. Rev. X 3, 2013), fit English with a core of 7,873 words and exponents 1 and
// 1.77. Such a law makes the vocabulary of n words grow as n^(1/1.8) = n^0.56 once the core is
// used up, which is Heaps' law. Ours differs in two numbers, for exactness on every machine: a core
// of 2^13 - 1 words makes a table of 2^13, and with 1.8 the inverse of the tail, u^(-1/0.8), needs
// two square roots instead of pow().
#pragma once

#include <array>
#include <cstdint>

#include "corpus/generator/words/random.h"

namespace dateline::corpus {

class RankSampler {
 public:
  static constexpr std::uint32_t kCore = 8191;
  // Beyond it ranks are cut: one draw in 200 million would fall there.
  static constexpr std::uint64_t kMaxRank = std::uint64_t{1} << 48;

  RankSampler();

  // A rank from 1. Constant time. Thread-safe with a Random a thread.
  std::uint64_t draw(Random& random) const;

  // The probability of a rank in the core.
  double probability(std::uint32_t rank) const;

 private:
  // Walker's alias method as M. D. Vose builds it (IEEE Trans. Software Eng. 17, 1991): slot k is
  // rank k + 1, the last slot the whole tail.
  struct Slot {
    std::uint64_t keep;  // of 2^51 equal parts
    std::uint32_t alias;
  };

  static std::uint64_t draw_tail(Random& random);
  void build(std::array<double, kCore + 1>& scaled);

  std::array<Slot, kCore + 1> slots_{};
  double total_ = 0;
};

}  // namespace dateline::corpus
