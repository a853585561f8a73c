// What an input is, told by its content: names lie, and crawlers' files often have none.
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "indexer/input/raw_document.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

struct ContentKind {
  InputKind kind = InputKind::kText;
  // kJsonl alone: the input is one object over many lines, not an object a line.
  bool one_record = false;

  friend bool operator==(const ContentKind&, const ContentKind&) = default;
};

// How much of an input's beginning content_kind() wants to see.
inline constexpr std::size_t kHeadBytes = std::size_t{1} << 16;

// Judges by `head`, the first kHeadBytes of an input, or all of it if it is shorter:
// JSON by an object at its start, HTML by its tags, text by being neither those nor binary.
// Refuses with kEmpty (no bytes but white space), kBinary (pictures, PDF, zeros, …), and
// kUnsupported for formats that news comes in and this version does not read (WARC, NITF, …).
// Text in UTF-16 is known by its byte order mark, or by the zeros beside its ASCII letters.
tl::expected<ContentKind, Refusal> content_kind(std::string_view head);

}  // namespace dateline::indexer
