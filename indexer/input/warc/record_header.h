// The head of a WARC record (ISO 28500:2017, "WARC 1.1"; 1.0 and the drafts before it are read too).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer::warc {

// Every record begins with this and a version's number.
inline constexpr std::string_view kRecordBegins = "WARC/";

// No head is longer; a record whose head does not end within it is damaged.
inline constexpr std::size_t kMostHeadBytes = std::size_t{64} << 10;

// Fields that are not there are empty.
struct RecordHeader {
  std::size_t head_bytes = 0;  // up to the content
  std::uint64_t content_bytes = 0;
  std::string type;  // in lower case: response, resource, revisit, …
  std::string content_type;
  std::string target_uri;  // without angle brackets
  std::string date;
  std::string id;
  std::string payload_digest;
  std::string refers_to;             // the id of the record that a revisit repeats
  std::string refers_to_target_uri;  // its address
  std::string truncated;             // why the content is cut; empty where it is whole
};

// Of the record that `bytes` begins with; nullopt where its head does not end in them, or is damaged:
// no version, a line without a colon, no length or two.
std::optional<RecordHeader> read_record_header(std::string_view bytes);

}  // namespace dateline::indexer::warc
