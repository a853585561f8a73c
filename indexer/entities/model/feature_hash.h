// Features as 32-bit numbers: a template, which says what is being told, and a value.
#pragma once

#include <cstdint>

namespace dateline::indexer {

// What a feature tells. The numbers are part of a model's meaning: a change here needs a new one.
enum class Template : std::uint8_t {
  kBias,
  // Of a word, at each of the offsets around the word that is being judged.
  kWord,
  kExactWord,
  kPattern,
  kPrefix,
  kSuffix,
  kCategory,
  kPatternCategory,
  kLength,
  // Of a word in its text.
  kGaps,
  kOpening,
  kWrittenSmall,
  kRule,
  kRulePattern,
  kRuleWord,
  kRuleBefore,
  kRuleAfter,
  kPhrase,
  kWordPair,
  kPatternTriple,
  kCategoryPair,
  kCategoryTriple,
  kRunLeft,
  kRunRight,
  kRunLeftPair,
  kRunRightPair,
  kRunBoth,
  kRunShape,
  kRunNeighbour,
  kContextPair,
  kGapWord,
  kHabit,
  kHabitOpening,
  kHabitPattern,
};

// True if a template tells which words stand in the text, so that a model may learn them by heart.
constexpr bool is_lexical(Template t) {
  return t == Template::kWord || t == Template::kExactWord || t == Template::kWordPair ||
         t == Template::kRuleWord || t == Template::kContextPair;
}

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a = (a ^ (b * 0x9E3779B97F4A7C15ULL)) * 0xFF51AFD7ED558CCDULL;
  return a ^ (a >> 32U);
}

constexpr std::uint32_t feature_hash(Template t, int offset, std::uint64_t value) {
  const auto place = static_cast<std::uint64_t>(t) * 16 + static_cast<std::uint64_t>(offset + 8);
  const std::uint64_t hash = mix(mix(0x5851F42D4C957F2DULL, place), value);
  return static_cast<std::uint32_t>((hash * 0xC4CEB9FE1A85EC53ULL) >> 32U);
}

}  // namespace dateline::indexer
