#include "indexer/input/bytes/line_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline::indexer {

bool LineReader::read_line(std::string& bytes) {
  const std::uint64_t begin = offset_;
  for (;;) {
    const std::string_view ready = source_->peek(1);
    if (ready.empty() || offset_ - begin > kMaxSkippedBytes) return false;
    const std::size_t end = ready.find('\n');
    const std::string_view piece = ready.substr(0, end);
    // One byte more than the limit is kept, which tells a line that is too long.
    bytes += piece.substr(0, max_line_bytes_ + 1 - std::min(bytes.size(), max_line_bytes_ + 1));
    const std::size_t used = piece.size() + (end == std::string_view::npos ? 0 : 1);
    offset_ += used;
    source_->skip(used);
    if (end != std::string_view::npos) return true;
  }
}

std::optional<tl::expected<Line, LineRefusal>> LineReader::next() {
  if (ended_) return std::nullopt;
  Line line{offset_, {}};
  const bool whole = read_line(line.bytes);
  ended_ = !whole;
  if (!whole && source_->refusal()) {
    return tl::unexpected(LineRefusal{line.offset, *source_->refusal()});
  }
  if (line.bytes.size() > max_line_bytes_) {
    return tl::unexpected(
        LineRefusal{line.offset,
                    {reject::kTooLarge,
                     fmt::format("a line of more than the limit of {} bytes", max_line_bytes_)}});
  }
  if (!whole && line.bytes.empty()) return std::nullopt;
  if (line.bytes.ends_with('\r')) line.bytes.pop_back();
  return line;
}

}  // namespace dateline::indexer
