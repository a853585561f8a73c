// Bytes from somewhere, in order and once: a file, a pipe, or another source that is being
// decompressed. Nothing here holds more than a small buffer, whatever the size of the input.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "indexer/input/rejection.h"

namespace dateline::indexer {

// Sources are used by one thread at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Reads up to `size` bytes into `into`; 0 at the end. After a refusal nothing more can be read.
  virtual tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) = 0;
};

// Asked while a pipe or terminal has nothing to give: true ends the wait, with a refusal. May be
// empty. Called on whichever thread reads.
using StopCheck = std::function<bool()>;

// A file, device or pipe; "-" is standard input, which stays open. kMissing; kUnreadable, also for
// a directory.
tl::expected<std::unique_ptr<ByteSource>, Refusal> open_file(const std::string& path,
                                                             StopCheck stop = {});

// The bytes of a string, for tests and for what is in memory already.
std::unique_ptr<ByteSource> source_from(std::string bytes);

// A source that can be looked into before it is read. A refusal met while looking ahead is kept
// until the bytes before it have been read, so a truncated file still gives what it has.
class BufferedSource final : public ByteSource {
 public:
  explicit BufferedSource(std::unique_ptr<ByteSource> inner) : inner_(std::move(inner)) {}

  // The next bytes, at least `size` of them unless the source ends or refuses before; valid until
  // the next call of any member.
  std::string_view peek(std::size_t size);

  // Drops the first `size` of the bytes last peeked.
  void skip(std::size_t size);

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override;

  // Why the source gave out, if it was not its end; known once peek() returns less than was asked.
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  void fill(std::size_t size);
  std::string_view buffered() const { return std::string_view(buffer_).substr(start_); }

  std::unique_ptr<ByteSource> inner_;
  std::string buffer_;
  std::size_t start_ = 0;
  bool ended_ = false;
  std::optional<Refusal> refusal_;
};

// All that is left of `source`. kTooLarge past `max_bytes`; no more than that is held.
tl::expected<std::string, Refusal> read_all(ByteSource& source, std::size_t max_bytes);

}  // namespace dateline::indexer
