// The id of a story as documents carry it and as people write it.
//
// An article's story is a number of 64 bits, made of the words of one of its copies
// (indexer/stories/sketch.h), so that the same text has the same one on every machine. In
// Slot::kStory it is eight bytes, the highest first; for people it is "s" and sixteen hexadecimal
// digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::schema {

using StoryId = std::uint64_t;

std::string story_value(StoryId story);

// nullopt for what story_value() does not give. An article that was indexed before there were
// stories has an empty value: it is a story of its own.
std::optional<StoryId> story_from_value(std::string_view value);

// "s0123456789abcdef", and back.
std::string story_text(StoryId story);
std::optional<StoryId> story_from_text(std::string_view text);

}  // namespace dateline::schema
