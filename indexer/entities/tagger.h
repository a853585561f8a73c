// The seam behind which names are recognised in text: a tagger gives spans, the document pass joins
// them to entities.
#pragma once

#include <cstdint>
#include <memory>
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

  // Spans in ascending order, without overlap, on character boundaries. A newline ends a sentence.
  // Linear in the text.
  virtual std::vector<EntitySpan> tag(std::string_view text) const = 0;
};

// The first tagger: runs of capitals judged by titles and roles before them, by tables of ours and
// by iso-codes. For the languages that write names with capitals; English is what its tables know
// best.
const Tagger& rule_tagger();

// The entities of an article: headline, standfirst and body tagged; a surname joined to the full
// name that stands before it, an acronym to the name that it was introduced with; mentions counted.
// Names in `article.entities` (declared by the source: JSON-LD mentions and the like) set types,
// and join in if the text mentions them. Most mentions first.
std::vector<Entity> entities_of(const Article& article, const Tagger& tagger);

}  // namespace dateline::indexer
