// A file that was compressed piece by piece, as WARC files are: each piece (a member of gzip, a
// frame of zstd) can be read by itself, so that damage ends where its piece does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/bytes/byte_source.h"

namespace dateline::indexer {

class MemberDecoder;

// Used by one thread at a time. Holds a member's compressed bytes, up to 16 MB of them, so that
// what lies beyond damage in it can be looked for.
class Members {
 public:
  struct Member {
    std::uint64_t offset = 0;  // of its first byte in the file as it lies
    // Ends, or refuses, with the member. To be dropped before the next member is asked for.
    std::unique_ptr<BufferedSource> bytes;
  };

  // `begins`: what every member's text begins with; by it the next is found after damage.
  Members(std::unique_ptr<BufferedSource> packed, std::string_view begins,
          std::size_t max_window_bytes);
  ~Members();
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  // True if the file is not compressed.
  bool is_plain() const;

  // nullopt at the end of the file.
  std::optional<Member> next();

  // Why the file gave out before its end, if it did: not a member's damage, but the file's own.
  const std::optional<Refusal>& refusal() const;

  // How many bytes at a file's beginning all of its members need (the dictionary of a .warc.zst);
  // `raw`: the file's first bytes, eight are enough.
  static std::size_t common_bytes(std::string_view raw);

  // True if `raw`, a file's beginning, is compressed and its text begins with `begins`.
  static bool tells(std::string_view raw, std::string_view begins);

 private:
  class State;
  std::shared_ptr<State> state_;
};

}  // namespace dateline::indexer
