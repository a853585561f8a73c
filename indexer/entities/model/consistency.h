// One name, one kind: what most of a text says of a name is held against its other mentions.
#pragma once

#include <cstdint>
#include <vector>

#include "common/document/article.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

// Words [first, last) are a name.
struct NamedWords {
  std::uint32_t first;
  std::uint32_t last;
  EntityType type;
};

// Settles kinds over a whole text: a surname alone is a person where the text has its full name,
// and a name is of the kind that most of its mentions have. `names` in the text's order.
void make_consistent(const std::vector<Word>& words, std::vector<NamedWords>& names);

}  // namespace dateline::indexer
