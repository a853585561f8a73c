#include "indexer/entities/word_weights.h"

#include <algorithm>

namespace dateline::indexer {

WordWeights::WordWeights(const TaggerModel& model) : model_(model), entries_(kEntries) {}

const WordWeights::Sums& WordWeights::of(std::string_view form, const Word& word) {
  if (form.size() > kLongestForm) {
    sum(form, word, uncached_);
    return uncached_;
  }
  // A word is its key and its case: "US" and "us" differ in the form alone.
  const std::uint64_t place =
      mix(word.key, form.size() + std::uint64_t{static_cast<unsigned char>(form[0])} * 64U);
  Entry& entry = entries_[place % kEntries];
  const std::string_view known(entry.form.data(), entry.length);
  if (known == form) return entry.sums;
  entry.length = static_cast<std::uint8_t>(form.size());
  std::copy(form.begin(), form.end(), entry.form.begin());
  sum(form, word, entry.sums);
  return entry.sums;
}

void WordWeights::sum(std::string_view form, const Word& word, Sums& out) const {
  for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
    LabelScores& scores = out[static_cast<std::size_t>(offset) + std::size_t{kFarthest}];
    scores = {};
    word_features(form, word, offset,
                  [&](Template, std::uint32_t feature) { model_.add_to(scores, feature); });
  }
}

}  // namespace dateline::indexer
