// Whether two articles are copies of one story.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/stories/sketch.h"

namespace dateline::indexer {

// Copies that are not word for word the same are looked for within so many days: later ones are
// mostly other events of the same template.
inline constexpr std::int32_t kStoryDays = 3;

// `days` between their dates; nullopt where one has none, which counts as the same day, but more is
// asked of them then. Symmetric.
// What is measured is in docs/stories.md.
bool are_copies(const StoryMark& a, const StoryMark& b, std::optional<std::int32_t> days);

// What can be told of it from the sketches alone: false where they are none. Of articles of one
// template that are no copies it holds for one pair in ten or so.
bool may_be_copies(const StorySketch& a, const StorySketch& b, std::optional<std::int32_t> days);

// In how many of their minima they agree.
unsigned agreements(const StorySketch& a, const StorySketch& b);

}  // namespace dateline::indexer
