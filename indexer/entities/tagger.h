// The seam behind which names are recognised in text: a tagger gives spans, the document pass joins
// them to entities.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
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

// The tagger that articles are indexed with.
const Tagger& default_tagger();

// Rules alone: runs of capitals judged by titles and roles before them, by tables of ours and
// by iso-codes. For the languages that write names with capitals; English is what its tables know
// best.
const Tagger& rule_tagger();

// The entities of an article: headline, standfirst and body tagged together; a surname joined to
// the one full name of the article that ends with it, an acronym to the name that it stands for, a
// name to the same with a legal form; mentions counted. Names in `article.entities` (declared by
// the source: JSON-LD mentions and the like) set types, and join in if the text mentions them. Most
// mentions first, at most 512.
std::vector<Entity> entities_of(const Article& article, const Tagger& tagger);

// A name where it stands, and the fullest form that the text has of it: "Esper" is Mark Esper.
struct NamedSpan {
  EntitySpan span;
  std::string name;
};

// The names of a plain text, joined as entities_of joins those of an article.
std::vector<NamedSpan> named_spans(std::string_view text, const Tagger& tagger);

}  // namespace dateline::indexer
