// What the trained tagger says of a word: outside of names, part of a name of no kind that is
// indexed, or where in a name of which kind it stands.
//
//   President Mark Esper left New York for the Pentagon on Monday with an Iranian envoy
//   o         B:p  L:p   o    B:l L:l  o   o   U:o      o  other  o    o  other   o
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/document/article.h"

namespace dateline::indexer {

using Label = std::uint8_t;

inline constexpr Label kOutside = 0;
inline constexpr Label kOtherName = 1;  // "Iranian", "World Cup"
inline constexpr std::size_t kLabels = 14;

// Scores of labels stand in rows of this many, so that a row is one vector register.
inline constexpr std::size_t kLanes = 16;

enum class Part : std::uint8_t { kFirst, kInner, kLast, kOnly };

constexpr Label label_of(EntityType type, Part part) {
  return static_cast<Label>(2 + 4 * static_cast<int>(type) + static_cast<int>(part));
}

constexpr std::optional<EntityType> type_of(Label label) {
  if (label < 2) return std::nullopt;
  return static_cast<EntityType>((label - 2) / 4);
}

constexpr std::optional<Part> part_of(Label label) {
  if (label < 2) return std::nullopt;
  return static_cast<Part>((label - 2) % 4);
}

// True if a name that `label` belongs to goes on behind it.
constexpr bool stays_open(Label label) {
  const auto part = part_of(label);
  return part == Part::kFirst || part == Part::kInner;
}

// True if a word of `label` belongs to the name of the word before it.
constexpr bool goes_on(Label label) {
  const auto part = part_of(label);
  return part == Part::kInner || part == Part::kLast;
}

constexpr bool may_follow(Label before, Label label) {
  if (stays_open(before)) return goes_on(label) && type_of(before) == type_of(label);
  return !goes_on(label);
}

constexpr bool may_begin(Label label) { return !goes_on(label); }
constexpr bool may_end(Label label) { return !stays_open(label); }

// A number for each label.
using LabelScores = std::array<std::int16_t, kLanes>;
using Transitions = std::array<LabelScores, kLanes>;  // [before][label]

}  // namespace dateline::indexer
