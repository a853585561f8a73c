// The rules, and why they are so. They were read off 21,578 wire stories of 1987 and copies that
// were made of them (docs/stories.md has the figures):
//
//   - Long texts agree by chance in hardly anything, so that two minima of six are enough; and with
//     much of their numbers and names in common, one. Copies lose numbers and names with the
//     sentences that they lose, but mostly one of the two is a subset of the other's: so it is the
//     part of the smaller sample that counts.
//   - Short texts are mostly of a template (dividends, results, a bank's daily operation), and may
//     differ in one number alone. They must agree nearly throughout, within a day.
//   - Tables, too, are the same but for their numbers.
#include "indexer/stories/comparison.h"

#include <algorithm>
#include <bit>

namespace dateline::indexer {
namespace {

// How much two samples have in common.
struct Overlap {
  int common = 0;
  int most = 0;  // that could be

  // In percent of what could be; nothing cannot differ.
  bool at_least(int percent) const { return common * 100 >= most * percent; }
};

// Of different levels, what is drawn at the higher one is among the other's where that has it.
Overlap overlap(const FactSample& a, const FactSample& b) {
  Overlap out;
  out.common = std::popcount(a.bits & b.bits);
  const int of_a = std::popcount(a.bits);
  const int of_b = std::popcount(b.bits);
  if (a.level == b.level) {
    out.most = std::min(of_a, of_b);
  } else {
    out.most = a.level > b.level ? of_a : of_b;
  }
  return out;
}

// Of which every fourth word or more is another number.
bool is_table(const StorySketch& sketch) {
  constexpr std::uint32_t kWordsForNumber = 4;
  const auto drawn = static_cast<std::uint32_t>(std::popcount(sketch.numbers.bits));
  const std::uint32_t least_words = sketch.length == 0 ? 0 : 1U << (sketch.length - 1U);
  return (drawn << sketch.numbers.level) * kWordsForNumber >= least_words;
}

constexpr unsigned kShort = 6;   // below 64 words
constexpr unsigned kMiddle = 7;  // below 128
constexpr unsigned kLong = 8;    // below 256

}  // namespace

unsigned agreements(const StorySketch& a, const StorySketch& b) {
  unsigned count = 0;
  for (std::size_t i = 0; i < StorySketch::kMinima; ++i) {
    count += a.minima[i] == b.minima[i] ? 1 : 0;
  }
  return count;
}

bool are_copies(const StorySketch& a, const StorySketch& b, std::optional<std::int32_t> days) {
  constexpr int kMostDifferentLengths = 2;  // one may have a quarter of the other's words
  const std::int32_t apart = days ? std::abs(*days) : 0;
  const unsigned agreed = agreements(a, b);
  if (agreed == 0 || apart > kStoryDays) return false;
  if (std::abs(static_cast<int>(a.length) - static_cast<int>(b.length)) > kMostDifferentLengths) {
    return false;
  }
  const Overlap numbers = overlap(a.numbers, b.numbers);
  const Overlap names = overlap(a.names, b.names);
  const unsigned length = std::min(a.length, b.length);
  if (length <= kShort) {
    return agreed >= 4 && apart <= 1 && numbers.at_least(80) && names.at_least(85);
  }
  if (is_table(a) || is_table(b)) {
    return agreed >= 4 && numbers.at_least(90) && names.at_least(75);
  }
  constexpr int kFew = 3;
  if (numbers.most + names.most < kFew) return agreed >= 3;
  if (length == kMiddle) return agreed >= 2 && numbers.at_least(70) && names.at_least(60);
  if (agreed == 1) {
    constexpr int kMany = 8;
    return numbers.most + names.most >= kMany && numbers.at_least(75) && names.at_least(75);
  }
  return numbers.at_least(length == kLong ? 55 : 50) && names.at_least(50);
}

}  // namespace dateline::indexer
