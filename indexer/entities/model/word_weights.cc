#include "indexer/entities/model/word_weights.h"

#include <algorithm>

namespace dateline::indexer {

WordWeights::WordWeights(const TaggerModel& model) : model_(model), entries_(kEntries) {}

const WordWeights::Sums& WordWeights::of(std::string_view form, const Word& word, unsigned wanted) {
  if (form.size() > kLongestForm) {
    sum(form, word, wanted, uncached_);
    return uncached_;
  }
  // A word is its key and its case: "US" and "us" differ in the form alone.
  const std::uint64_t place =
      mix(word.key, form.size() + std::uint64_t{static_cast<unsigned char>(form[0])} * 64U);
  Entry& entry = entries_[place % kEntries];
  if (std::string_view(entry.form.data(), entry.length) != form) {
    entry.length = static_cast<std::uint8_t>(form.size());
    entry.known = 0;
    std::copy(form.begin(), form.end(), entry.form.begin());
  }
  const unsigned missing = wanted & ~unsigned{entry.known};
  if (missing != 0) {
    sum(form, word, missing, entry.sums);
    entry.known = static_cast<std::uint8_t>(entry.known | missing);
  }
  return entry.sums;
}

void WordWeights::sum(std::string_view form, const Word& word, unsigned offsets, Sums& out) const {
  for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
    if ((offsets & bit_of(offset)) == 0) continue;
    LabelScores& scores = out[static_cast<std::size_t>(offset) + std::size_t{kFarthest}];
    scores = {};
    word_features(form, word, offset,
                  [&](Template, std::uint32_t feature) { model_.add_to(scores, feature); });
  }
}

}  // namespace dateline::indexer
