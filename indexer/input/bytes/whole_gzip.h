// A gzip that lies in memory as a whole, unpacked at once.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

// The text of `bytes`, if they are one sound gzip member, nothing besides, and its text has at most
// `most` bytes; no more than that is allocated, nor more than `bytes` could unpack to, whatever
// they claim. nullopt says nothing of what is wrong: reading them piece by piece does
// (decompress.h).
std::optional<std::string> unpack_whole_gzip(std::string_view bytes, std::size_t most);

struct UnpackedMember {
  std::string_view text;  // in the room that was given
  std::size_t taken = 0;  // bytes of the member
};

// The text of the gzip member that `bytes` begins with, if all of it is there, it is sound, and there is room for its text.
std::optional<UnpackedMember> unpack_first_gzip(std::string_view bytes, std::span<char> room);

}  // namespace dateline::indexer
