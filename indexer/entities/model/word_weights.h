// What the model says of each word by itself, remembered: a text's words are mostly words that were
// met before, and to look up a word's features costs a hundred times what adding their sum does.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/model/labels.h"
#include "indexer/entities/model/tagger_model.h"
#include "indexer/entities/model/word_features.h"
#include "indexer/entities/words/word.h"

namespace dateline::indexer {

// A cache of fixed size for one model; not thread-safe.
class WordWeights {
 public:
  static constexpr std::size_t kOffsets = 2 * kFarthest + 1;
  using Sums = std::array<LabelScores, kOffsets>;  // [offset + kFarthest]

  explicit WordWeights(const TaggerModel& model);

  // A bit for each offset that is asked for.
  static constexpr unsigned bit_of(int offset) {
    return 1U << static_cast<unsigned>(offset + kFarthest);
  }

  // Sums of the word's weights as seen from each offset in `wanted`; the others are undefined.
  // Valid until the next call.
  const Sums& of(std::string_view form, const Word& word, unsigned wanted);

  const TaggerModel& model() const { return model_; }

 private:
  // Longer words are rare, and summed anew each time.
  static constexpr std::size_t kLongestForm = 30;
  static constexpr std::size_t kEntries = 8192;

  struct alignas(64) Entry {
    std::uint8_t length = 0;  // 0 in an empty entry
    std::uint8_t known = 0;   // offsets whose sums are there: most words are met from few
    std::array<char, kLongestForm> form{};
    Sums sums{};
  };

  void sum(std::string_view form, const Word& word, unsigned offsets, Sums& out) const;

  const TaggerModel& model_;
  std::vector<Entry> entries_;
  Sums uncached_{};
};

}  // namespace dateline::indexer
