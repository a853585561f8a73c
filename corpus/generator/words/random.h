// Random numbers that are a function of where they are used.
//
// Every decision in the corpus draws from a stream named by (seed, purpose, numbers), so article i
// is the same whether or not anything before it was made. The generator is SplitMix64: G. L.
// Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, with
// the finaliser (variant 13) of D. Stafford's "Better Bit Mixing". Integers and exactly rounded
// arithmetic alone: the same on every machine.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace dateline::corpus {

// A bijection of 64-bit numbers whose output bits each depend on all input bits.
constexpr std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

// What a stream is for; part of its name, so that two uses of the same article never share draws.
// The values are part of the corpus: changing one changes the articles.
enum class Purpose : std::uint64_t {
  kCopyOf = 1,
  kTime = 2,
  kCredit = 3,
  kStory = 4,
  kSentence = 5,
  kEdit = 6,
  kHeadline = 7,
  kStandfirst = 8,
  kPlant = 9,
  kFurniture = 10,
  kGivenName = 11,
  kDateline = 12,
  kOrder = 13,
};

class Random {
 public:
  constexpr Random(std::uint64_t seed, Purpose purpose,
                   std::initializer_list<std::uint64_t> numbers)
      : state_(mix(seed + kStep * static_cast<std::uint64_t>(purpose))) {
    for (const std::uint64_t number : numbers) state_ = mix(state_ + kStep * (number + 1));
  }

  constexpr std::uint64_t next() {
    state_ += kStep;
    return mix(state_);
  }

  // 0 to bound - 1; bound is 1 to 2^32. The upper half of a 32 by 32 bit product (D. Lemire, "Fast
  // Random Integer Generation in an Interval", 2019) without its correction: the bias is under
  // bound / 2^32.
  constexpr std::uint32_t below(std::uint64_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

  // True `numerator` times in `denominator`.
  constexpr bool chance(std::uint32_t numerator, std::uint32_t denominator) {
    return below(denominator) < numerator;
  }

  // Over 0, at most 1, in steps of 2^-53.
  constexpr double unit() { return static_cast<double>((next() >> 11) + 1) * 0x1p-53; }

 private:
  static constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15U;  // 2^64 / the golden ratio, odd

  std::uint64_t state_;
};

}  // namespace dateline::corpus
