// What a text's other mentions of a word say of it. "Fatah refused" may be a man, a town or a
// movement; ten lines above stands "the Fatah movement", and that counts here too.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/entities/model/labels.h"
#include "indexer/entities/model/text_facts.h"

namespace dateline::indexer {

// How much labels of each kind gain at a word: the three types, then names of other kinds.
struct Opinion {
  static constexpr std::size_t kKinds = 4;

  std::uint32_t at;
  bool disagrees;  // with the label that the word has
  std::array<std::int16_t, kKinds> gains{};
};

// Opinions on words with capitals that have other mentions nearby, in the text's order. `labels`
// has one for each word of the text.
std::vector<Opinion> other_mentions(const TextFacts& facts, const std::vector<Label>& labels);

void add_opinion(LabelScores& scores, const Opinion& opinion);

}  // namespace dateline::indexer
