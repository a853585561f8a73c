// A response of a web server as a crawler has kept it (RFC 9112): its head, and the page that its
// body carries.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "indexer/input/rejection.h"

namespace dateline::indexer::warc {

struct MediaType {
  std::string name;     // in lower case, without parameters: "text/html"; empty if not stated
  std::string charset;  // in lower case; empty if not stated
};

// `text`: the value of a Content-Type.
MediaType media_type(std::string_view text);

struct HttpResponse {
  unsigned status = 0;
  MediaType type;
  bool chunked = false;
  std::vector<std::string> encodings;  // in the order in which they were applied, in lower case
  std::string_view body;               // a part of what was read
};

// nullopt where `bytes` does not begin with a status line, or its head does not end.
std::optional<HttpResponse> read_http_response(std::string_view bytes);

// The body without chunks and compression. Crawlers keep heads that no longer fit what they have unpacked: a
// body that is not chunked or compressed as its head says is taken as it is.
//
// Refuses with kBadCompression what is compressed and damaged, or ends in the middle; with kTooLarge
// more than `max_bytes`; with kUnsupported an encoding that is none of gzip, deflate, br and zstd.
tl::expected<std::string, Refusal> page_of(const HttpResponse& response, std::size_t max_bytes);

}  // namespace dateline::indexer::warc
