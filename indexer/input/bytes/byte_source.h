// Bytes from somewhere, in order and once: a file, a pipe, or another source that is being
// decompressed. Nothing here holds more than a small buffer, whatever the size of the input.
#pragma once

#include <cstddef>
#include <cstdint>
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

  // What lies `ahead` bytes behind the place of the next read(), without going there: how many bytes
  // of it are in `into`, `size` unless the source ends before. 0 also where that cannot be told.
  virtual std::size_t look_ahead(std::uint64_t ahead, char* into, std::size_t size) const;

  // Goes on by as many bytes without reading them; false, and nothing is changed, where it cannot:
  // only what look_ahead() has seen the end of may be leapt over.
  virtual bool leap(std::uint64_t bytes);

  // How many bytes there are in all, where that is known before they are read and none of them
  // keeps a reader waiting: of a regular file, though it may yet turn out otherwise.
  virtual std::optional<std::size_t> size() const { return std::nullopt; }
};

// Asked while a pipe or terminal has nothing to give: true ends the wait, with a refusal. May be
// empty. Called on whichever thread reads.
using StopCheck = std::function<bool()>;

// A file, device or pipe; "-" is standard input, which stays open. kMissing; kUnreadable, also for
// a directory. With `stop`, a named pipe that nobody writes to yet is no wait here: reading waits.
tl::expected<std::unique_ptr<ByteSource>, Refusal> open_file(const std::string& path,
                                                             StopCheck stop = {});

// The bytes of a regular file from `offset` on; none where the file ends before. kMissing;
// kUnreadable, also for whatever is no regular file.
tl::expected<std::unique_ptr<ByteSource>, Refusal> open_file_at(const std::string& path,
                                                                std::uint64_t offset);

// The bytes of a string, for tests and for what is in memory already.
std::unique_ptr<ByteSource> source_from(std::string bytes);

// A source that can be looked into before it is read. A refusal met while looking ahead is kept
// until the bytes before it have been read, so a truncated file still gives what it has.
class BufferedSource final : public ByteSource {
 public:
  explicit BufferedSource(std::unique_ptr<ByteSource> inner)
      : inner_(std::move(inner)), size_(inner_->size()) {}
  // Of bytes that are in memory already.
  explicit BufferedSource(std::string bytes)
      : size_(bytes.size()), buffer_(std::move(bytes)), ended_(true) {}

  // The next bytes, at least `size` of them unless the source ends or refuses before; valid until
  // the next call of any member.
  std::string_view peek(std::size_t size);

  // Drops the first `size` of the bytes last peeked.
  void skip(std::size_t size);

  tl::expected<std::size_t, Refusal> read(char* into, std::size_t size) override;
  std::size_t look_ahead(std::uint64_t ahead, char* into, std::size_t size) const override;
  bool leap(std::uint64_t bytes) override;

  // As its inner source says, whatever has been skipped.
  std::optional<std::size_t> size() const override { return size_; }

  // All that is left; kTooLarge past `max_bytes`. What is in memory already is not copied.
  tl::expected<std::string, Refusal> read_all(std::size_t max_bytes);

  // Why the source gave out, if it was not its end; known once peek() returns less than was asked.
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  void fill(std::size_t size);
  std::string_view buffered() const { return std::string_view(buffer_).substr(start_); }

  std::unique_ptr<ByteSource> inner_;
  std::optional<std::size_t> size_;
  std::string buffer_;
  std::size_t start_ = 0;
  bool ended_ = false;
  std::optional<Refusal> refusal_;
};

}  // namespace dateline::indexer
