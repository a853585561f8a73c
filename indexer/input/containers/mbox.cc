// Tested by tests/indexer/input/containers/mbox_test.cc.
#include "indexer/input/containers/mbox.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "common/base/strings.h"
#include "indexer/input/bytes/line_reader.h"

namespace dateline::indexer {
namespace {

// "From ann@news.example Sat Mar  2 07:15:00 2024": a time of day, wherever it stands.
bool is_from_line(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 5 && colon + 2 < line.size() &&
         is_ascii_digit(line[colon - 1]) && is_ascii_digit(line[colon + 1]);
}

bool is_quoted_from(std::string_view line) {
  const std::size_t signs = line.find_first_not_of('>');
  return signs != std::string_view::npos && signs > 0 && line.substr(signs).starts_with("From ");
}

class Mbox final : public Container {
 public:
  Mbox(std::unique_ptr<BufferedSource> source, std::size_t max_message_bytes)
      : lines_(std::move(source), max_message_bytes), max_bytes_(max_message_bytes) {}

  std::optional<tl::expected<Entry, EntryRefusal>> next() override {
    while (!ended_) {
      auto message = read_message();
      if (message) return message;
    }
    return std::nullopt;
  }

 private:
  // Up to the next line "From ". None where there is nothing.
  std::optional<tl::expected<Entry, EntryRefusal>> read_message() {
    const std::uint64_t place = next_place_;
    std::string bytes;
    bool too_large = false;
    bool after_empty = true;
    for (;;) {
      auto line = lines_.next();
      if (!line) {
        ended_ = true;
        break;
      }
      if (!*line) {
        if (line->error().refusal.code != reject::kTooLarge) {
          ended_ = true;
          return tl::unexpected(EntryRefusal{{{}, place}, std::move(line->error().refusal)});
        }
        too_large = true;
        continue;
      }
      if (after_empty && is_from_line((*line)->bytes)) {
        next_place_ = (*line)->offset;
        break;
      }
      after_empty = (*line)->bytes.empty();
      const bool quoted = is_quoted_from((*line)->bytes);
      too_large = too_large || bytes.size() + (*line)->bytes.size() > max_bytes_;
      if (too_large) {
        bytes.clear();
      } else {
        bytes.append((*line)->bytes, quoted ? 1 : 0).append("\n");
      }
    }
    if (too_large) {
      return tl::unexpected(
          EntryRefusal{{{}, place},
                       {reject::kTooLarge,
                        fmt::format("a message of more than the limit of {} bytes", max_bytes_)}});
    }
    if (trim(bytes).empty()) return std::nullopt;
    return Entry{{{}, place}, {}, std::make_unique<BufferedSource>(std::move(bytes))};
  }

  LineReader lines_;
  std::size_t max_bytes_;
  std::uint64_t next_place_ = 0;
  bool ended_ = false;
};

}  // namespace

bool is_mbox(const Head& head) {
  const std::string_view text = head.text();
  const std::size_t end = text.find('\n');
  if (head.is_binary() || end == std::string_view::npos || !is_from_line(text.substr(0, end))) {
    return false;
  }
  const std::string_view next = text.substr(end + 1, text.find('\n', end + 1) - end - 1);
  const std::size_t name = next.find_first_of(": ");
  return name != std::string_view::npos && name > 0 && next[name] == ':';
}

std::unique_ptr<Container> open_mbox(std::unique_ptr<BufferedSource> source,
                                     const ContainerOptions& options) {
  return std::make_unique<Mbox>(std::move(source), options.max_entry_bytes);
}

}  // namespace dateline::indexer
