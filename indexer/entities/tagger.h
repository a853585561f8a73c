// The seam behind which names are recognised in text: a tagger (rules/rule_tagger.h,
// model/trained_tagger.h) gives spans, joining/document_pass.h joins them to entities.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/document/article.h"

namespace dateline::indexer {

// Bytes [begin, end) of a text.
struct EntitySpan {
  std::uint32_t begin;
  std::uint32_t end;
  EntityType type;

  friend bool operator==(const EntitySpan&, const EntitySpan&) = default;
};

// Recognises names in a text. Implementations are immutable and thread-safe.
class Tagger {
 public:
  virtual ~Tagger() = default;

  // Spans in ascending order, without overlap; on character boundaries where `text` is UTF-8, and
  // ordered in any bytes. A newline ends a sentence; what one sentence tells of a name may serve in
  // all others, so a whole article in one call is tagged better than its parts. Linear in the text,
  // of which the first 2 GiB are read.
  virtual std::vector<EntitySpan> tag(std::string_view text) const = 0;
};

}  // namespace dateline::indexer
