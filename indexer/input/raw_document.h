// One article's bytes as they came, before anybody looks inside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/document/article.h"
#include "indexer/input/file_identity.h"

namespace dateline::indexer {

enum class InputKind { kHtml, kJsonl, kText };

// "html", "jsonl", "text".
std::string_view name_of(InputKind kind);
// nullopt for other names.
std::optional<InputKind> input_kind_from(std::string_view name);

struct RawDocument {
  InputKind kind = InputKind::kHtml;
  std::string bytes;  // decompressed; a page, a text, or one JSON record
  Origin origin;      // offset: of the line in a JSONL file, counted after decompression
  std::string url;    // where it was fetched from, if the caller knows; empty otherwise
  // Of the file's absolute path, offset, kind, URL, bytes, and whatever else decides what becomes
  // of them: the same again means that nothing has changed.
  std::string fingerprint;
  std::optional<FileIdentity> file;  // of the file that it came from; none for pipes
  // Not 0: the file's articles, as many as this, are in the index, and nothing of it was read.
  std::uint32_t known_articles = 0;
};

}  // namespace dateline::indexer
