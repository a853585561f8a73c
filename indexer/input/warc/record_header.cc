#include "indexer/input/warc/record_header.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/base/strings.h"

namespace dateline::indexer::warc {
namespace {

struct NamedField {
  std::string_view name;
  std::string RecordHeader::*value;
};

constexpr std::array kFields{
    NamedField{"WARC-Type", &RecordHeader::type},
    NamedField{"Content-Type", &RecordHeader::content_type},
    NamedField{"WARC-Target-URI", &RecordHeader::target_uri},
    NamedField{"WARC-Date", &RecordHeader::date},
    NamedField{"WARC-Record-ID", &RecordHeader::id},
    NamedField{"WARC-Payload-Digest", &RecordHeader::payload_digest},
    NamedField{"WARC-Refers-To", &RecordHeader::refers_to},
    NamedField{"WARC-Refers-To-Target-URI", &RecordHeader::refers_to_target_uri},
    NamedField{"WARC-Truncated", &RecordHeader::truncated},
};

// Takes the line that `rest` begins with off it, without its end; nullopt where it does not end.
std::optional<std::string_view> take_head_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Some programs write addresses as the standard's first version had them, in angle brackets.
std::string without_brackets(std::string_view value) {
  const bool bracketed = value.size() >= 2 && value.starts_with('<') && value.ends_with('>');
  return std::string(bracketed ? value.substr(1, value.size() - 2) : value);
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class HeaderReader {
 public:
  std::optional<RecordHeader> read(std::string_view bytes) {
    std::string_view rest = bytes.substr(0, kMostHeadBytes);
    const auto version = take_head_line(rest);
    if (!version || !version->starts_with(kRecordBegins)) return std::nullopt;
    for (;;) {
      const auto line = take_head_line(rest);
      if (!line) return std::nullopt;
      if (line->empty()) break;
      if (!take_field(*line)) return std::nullopt;
    }
    if (!length_) return std::nullopt;
    header_.content_bytes = *length_;
    header_.head_bytes = std::min(bytes.size(), kMostHeadBytes) - rest.size();
    header_.type = to_ascii_lower(header_.type);
    for (std::string* uri : {&header_.target_uri, &header_.refers_to_target_uri}) {
      std::string address = without_brackets(*uri);
      uri->swap(address);
    }
    return std::move(header_);
  }

 private:
  bool take_field(std::string_view line) {
    if (line.front() == ' ' || line.front() == '\t') return continue_field(trim(line));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    last_ = nullptr;
    const std::string_view name = trim(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (equals_ignoring_ascii_case(name, "Content-Length")) {
      if (length_) return false;
      length_ = number(value);
      return length_.has_value();
    }
    for (const NamedField& field : kFields) {
      if (!equals_ignoring_ascii_case(name, field.name)) continue;
      last_ = &(header_.*field.value);
      *last_ = value;
    }
    return true;
  }

  bool continue_field(std::string_view more) {
    if (last_ != nullptr) last_->append(" ").append(more);
    return true;
  }

  RecordHeader header_;
  std::optional<std::uint64_t> length_;
  std::string* last_ = nullptr;
};

}  // namespace

std::optional<RecordHeader> read_record_header(std::string_view bytes) {
  return HeaderReader().read(bytes);
}

}  // namespace dateline::indexer::warc
