// What reading messages of other machines has in common.
//
// What a shard has counted goes over the wire as Protocol Buffers of counts.proto. Each function that
// reads them takes any bytes, and gives values that the functions which merge and finish them can take,
// or an error of kInvalidInput that says what is wrong. A message's own size is for whoever receives it
// to bound; what is read takes at most some fifty times as much. Texts are UTF-8. Counts are those of
// one shard, less than 2^32, so that no sum over shards can overflow. All of it is thread-safe.
//
// Fuzzed by tests/fuzz/cluster/counts_message_fuzz.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/base/utf8.h"

namespace dateline::cluster {

inline tl::unexpected<Error> malformed(std::string_view what) {
  return failure(ErrorCode::kInvalidInput,
                 "a shard has sent what is no answer: " + std::string(what),
                 "let all machines of the cluster run the same version");
}

// A text of an article, none of which is long.
inline bool is_text(std::string_view text) {
  constexpr std::size_t kLongest = 65'536;
  return text.size() <= kLongest && is_valid_utf8(text);
}

// Of plain values that are no counts of one shard, the greatest that can be written.
constexpr std::uint32_t as_count(std::uint64_t articles) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(articles < kMost ? articles : kMost);
}

// The message of this kind in these bytes; false where there is none.
template <typename Message>
bool parse(std::string_view bytes, Message& into) {
  constexpr std::size_t kMost = std::numeric_limits<int>::max();
  return bytes.size() <= kMost && into.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace dateline::cluster
