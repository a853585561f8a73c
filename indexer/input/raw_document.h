// One article's bytes as they came, before anybody looks inside; and whatever else an input may
// turn out to be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/document/article.h"
#include "indexer/input/file_identity.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

struct Format;

struct RawDocument {
  const Format* format = nullptr;       // makes an article of it; a reader's documents all have one
  std::string bytes;                    // decompressed; all of one article and nothing else
  Origin origin;                        // its offset is counted after decompression
  std::string url;                      // where it was fetched from, if that is known; else empty
  std::string charset;                  // as its server named it, in lower case; else empty
  std::optional<std::int64_t> fetched;  // when, in seconds since 1970: it was published before
  // Of the file's absolute path, the place in it, format, URL, bytes, and whatever else decides
  // what becomes of them: the same again means that nothing has changed.
  std::string fingerprint;
  std::optional<FileIdentity> file;  // of the file that it came from; none for pipes
};

// A file that was not opened, for the index has what is in it.
struct KnownFile {
  std::string path;
  std::uint32_t articles = 0;  // how many of the index are from it; at least one
};

// What reading comes upon.
using InputEvent = std::variant<RawDocument, KnownFile, Rejection>;

// `code`: one of reject::
Rejection reject_document(const RawDocument& document, std::string_view code, std::string reason);

}  // namespace dateline::indexer
