// A source line by line, each with its place, in constant memory however large the source is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "indexer/input/bytes/byte_source.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

struct Line {
  std::uint64_t offset = 0;  // of its first byte, from the source's beginning
  std::string bytes;         // without its end ("\n" or "\r\n")
};

struct LineRefusal {
  std::uint64_t offset = 0;
  Refusal refusal;
};

class LineReader {
 public:
  LineReader(std::unique_ptr<BufferedSource> source, std::size_t max_line_bytes)
      : source_(std::move(source)), max_line_bytes_(max_line_bytes) {}

  // The next line; nullopt at the end. A line over the limit is refused with kTooLarge and those
  // after it go on; only past kMaxSkippedBytes without a line's end is the source given up. After
  // any other refusal the end follows.
  std::optional<tl::expected<Line, LineRefusal>> next();

  // How far a line that is too long is followed in search of its end.
  static constexpr std::uint64_t kMaxSkippedBytes = std::uint64_t{1} << 30;

 private:
  // Reads on to the line's end: true if there is one, false if the source gave out. What is beyond
  // the limit is not kept.
  bool read_line(std::string& bytes);

  std::unique_ptr<BufferedSource> source_;
  std::size_t max_line_bytes_;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace dateline::indexer
