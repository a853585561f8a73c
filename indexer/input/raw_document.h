// One article's bytes as they came, before anybody looks inside.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/document/article.h"

namespace dateline::indexer {

enum class InputKind { kHtml, kJsonl, kText };

// "html", "jsonl", "text".
std::string_view name_of(InputKind kind);
std::optional<InputKind> input_kind_from(std::string_view name);

struct RawDocument {
  InputKind kind = InputKind::kHtml;
  std::string bytes;  // decompressed; a page, a text, or one line of JSON
  Origin origin;
  std::string url;  // where it was fetched from, if the caller knows; empty otherwise
  std::string
      fingerprint;  // of origin, URL and bytes as read: the same again means nothing has changed
};

}  // namespace dateline::indexer
