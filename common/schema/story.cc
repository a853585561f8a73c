#include "common/schema/story.h"

#include <fmt/format.h>

#include <charconv>

namespace dateline::schema {
namespace {

constexpr std::size_t kValueBytes = sizeof(StoryId);
constexpr unsigned kByteBits = 8;
constexpr std::size_t kDigits = 16;

}  // namespace

std::string story_value(StoryId story) {
  std::string value(kValueBytes, '\0');
  for (std::size_t i = kValueBytes; i-- > 0; story >>= kByteBits) {
    value[i] = static_cast<char>(story & 0xFFU);
  }
  return value;
}

std::optional<StoryId> story_from_value(std::string_view value) {
  if (value.size() != kValueBytes) return std::nullopt;
  StoryId story = 0;
  for (const char c : value) story = story << kByteBits | static_cast<unsigned char>(c);
  return story;
}

std::string story_text(StoryId story) { return fmt::format("s{:016x}", story); }

std::optional<StoryId> story_from_text(std::string_view text) {
  if (text.size() != kDigits + 1 || text.front() != 's') return std::nullopt;
  StoryId story = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + 1, end, story, 16);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return story_text(story) == text ? std::optional(story) : std::nullopt;
}

}  // namespace dateline::schema
