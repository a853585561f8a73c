// The rules, and why they are so. They were read off 21,578 wire stories of 1987 and copies that
// were made of them (docs/stories.md has the figures):
//
//   - Long texts agree by chance in hardly anything, so that two minima of seven are enough; and with
//     much of their numbers and names in common, one. Copies lose numbers and names with the
//     sentences that they lose, but mostly one of the two is a subset of the other's: so it is the
//     part of the smaller sample that counts.
//   - Short texts are mostly of a template (dividends, results, a bank's daily operation), and may
//     differ in one number alone. They must agree nearly throughout, and in all numbers, within a
//     day; of less than 32 words only an equal text is a copy.
//   - Tables, too, are the same but for their numbers.
#include "indexer/stories/comparison.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace dateline::indexer {
namespace {

// How much two samples have in common.
struct Overlap {
  int common = 0;
  int fewer = 0;  // that the one has, or the other
  int more = 0;

  // In percent of what could be common; nothing cannot differ.
  bool at_least(int percent) const { return common * 100 >= fewer * percent; }
  bool is_all() const { return common == more; }
};

// What a longer text draws at a higher level is not all in the shorter one: how much of it is says
// less of them, and eight tenths of what is asked for are enough.
Overlap overlap(const FactSample& a, const FactSample& b) {
  Overlap out;
  out.common = std::popcount(a.bits & b.bits);
  const int of_a = std::popcount(a.bits);
  const int of_b = std::popcount(b.bits);
  out.more = std::max(of_a, of_b);
  if (a.level == b.level) {
    out.fewer = std::min(of_a, of_b);
  } else {
    constexpr int kTenths = 8;
    out.more = a.level > b.level ? of_a : of_b;
    out.fewer = std::min((out.more * kTenths + 9) / 10, std::min(of_a, of_b));
  }
  return out;
}

// What both draw at the higher of their levels.
Overlap overlap(const FactList& a, const FactList& b) {
  const std::uint32_t lowest_bits = (1U << std::max(a.level, b.level)) - 1;
  const auto count = [&](const FactList& list) {
    return static_cast<int>(
        std::count_if(list.hashes.begin(), list.hashes.end(),
                      [&](std::uint32_t hash) { return (hash & lowest_bits) == 0; }));
  };
  Overlap out;
  for (const std::uint32_t hash : a.hashes) {
    const bool counts = (hash & lowest_bits) == 0;
    if (counts && std::binary_search(b.hashes.begin(), b.hashes.end(), hash)) ++out.common;
  }
  out.fewer = std::min(count(a), count(b));
  out.more = std::max(count(a), count(b));
  return out;
}

// Of which a third of the words or more are different numbers, as far as a sample can tell.
bool is_table(const StorySketch& sketch) {
  const auto drawn = static_cast<std::uint32_t>(std::popcount(sketch.numbers.bits));
  const std::uint32_t least_words = sketch.length == 0 ? 0 : 1U << (sketch.length - 1U);
  return (drawn << sketch.numbers.level) * 2 >= least_words;
}

// What has fewer numbers and names in common than this cannot be told from what was written after
// the same template.
constexpr int kFewestFacts = 3;
constexpr int kFewFacts = 5;  // and what has fewer than these has to agree in more words

constexpr unsigned kTiny = 5;    // below kTinyWords
constexpr unsigned kShort = 6;   // below 64
constexpr unsigned kMiddle = 7;  // below 128
constexpr unsigned kLong = 8;    // below 256

// Whether numbers and names let them be copies. One agreement is trusted where there are `few` of
// both together or more, and so much of the names is common.
bool agree(const StorySketch& a, const StorySketch& b, const Overlap& numbers, const Overlap& names,
           int few, int names_in_percent) {
  const unsigned agreed = agreements(a, b);
  const unsigned length = std::min(a.length, b.length);
  const int facts = numbers.fewer + names.fewer;
  if (facts < kFewestFacts || (facts < kFewFacts && agreed < 3)) return false;
  if (length <= kShort) return agreed >= 6 && numbers.is_all() && names.at_least(85);
  if (is_table(a) || is_table(b)) {
    return agreed >= 4 && numbers.at_least(90) && names.at_least(75);
  }
  if (length == kMiddle) return agreed >= 2 && numbers.at_least(70) && names.at_least(60);
  // Of few numbers a copy may have lost all with the sentences that it lost.
  const bool few_numbers = numbers.fewer <= 3 && names.fewer > numbers.fewer;
  // The less of the words agrees, the more of the names has to: articles on one event share phrases.
  if (agreed == 1) {
    return facts >= few && names.at_least(names_in_percent) &&
           (few_numbers || numbers.at_least(45));
  }
  if (agreed == 2) return names.at_least(70) && (few_numbers || numbers.at_least(50));
  if (few_numbers && names.at_least(60)) return true;
  return numbers.at_least(length == kLong ? 50 : 40) && names.at_least(40);
}

}  // namespace

unsigned agreements(const StorySketch& a, const StorySketch& b) {
  unsigned count = 0;
  for (std::size_t i = 0; i < StorySketch::kMinima; ++i) {
    count += a.minima[i] == b.minima[i] ? 1U : 0U;
  }
  return count;
}

bool may_be_copies(const StorySketch& a, const StorySketch& b, std::optional<std::int32_t> days) {
  constexpr int kMostDifferentLengths = 2;  // one may have a quarter of the other's words
  const std::int32_t apart = days ? std::abs(*days) : 0;
  const unsigned length = std::min(a.length, b.length);
  if (length <= kTiny || apart > (length <= kShort ? 1 : kStoryDays)) return false;
  const unsigned agreed = agreements(a, b);
  if (agreed == 0 || (agreed == 1 && !days)) return false;
  if (std::abs(static_cast<int>(a.length) - static_cast<int>(b.length)) > kMostDifferentLengths) {
    return false;
  }
  // Strangers seldom agree twice: then it costs little to look at the texts.
  if (agreed >= 2) return length > kShort || agreed >= 6;
  return agree(a, b, overlap(a.numbers, b.numbers), overlap(a.names, b.names), 3, 45);
}

bool are_copies(const StoryMark& a, const StoryMark& b, std::optional<std::int32_t> days) {
  if (!may_be_copies(a.sketch, b.sketch, days)) return false;
  const Overlap numbers = overlap(a.facts.numbers, b.facts.numbers);
  const Overlap names = overlap(a.facts.names, b.facts.names);
  // Names cannot be told without capitals: there the words have to agree the more.
  const bool no_names = !a.facts.has_case && !b.facts.has_case;
  if (no_names && numbers.fewer < kFewestFacts) {
    return agreements(a.sketch, b.sketch) >= 6 && numbers.at_least(75);
  }
  return agree(a.sketch, b.sketch, numbers, names, 6, 75);
}

}  // namespace dateline::indexer
