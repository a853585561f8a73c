// What the words around an unknown name tell about it: "in X" is a place, "X said" a person, "X
// shares" an organisation.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/entities/words/evidence.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

struct Vote {
  EntityType type;
  std::uint32_t weight;
};

// The strongest hint around `candidate`; `before` is the candidate that stands before it, if any.
std::optional<Vote> hint(std::string_view text, const std::vector<Word>& words,
                         const Candidate& candidate, const Candidate* before);

}  // namespace dateline::indexer
