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

  // nullopt at the end of the file. What stands in the place of a member behind one that has ended
  // well, and does not begin as one, is a member that refuses.
  std::optional<Member> next();

  // Where the member that next() will give begins; nullopt at the end, and in a plain file.
  std::optional<std::uint64_t> find_next();

  // Of the member that find_next() has found: how its text begins, at most `most` bytes of it. Less,
  // too, where more of the file is needed than a first look has.
  std::string beginning(std::size_t most);

  // Goes behind that member without unpacking it, where it is a gzip of `packed` bytes that says at
  // its end that its text has `text` bytes, and is followed by another member or nothing. False, and
  // nothing is changed, where any of that does not hold or the file cannot be looked into.
  bool leave_out(std::uint64_t packed, std::uint64_t text);

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
