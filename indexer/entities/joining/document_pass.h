// From the names in a text to the entities of an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/document/article.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer {

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
