#include "indexer/entities/model/word_weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "indexer/entities/words/word_splitter.h"

namespace dateline::indexer::word_weights_test {
namespace {

constexpr unsigned kAllOffsets = (1U << WordWeights::kOffsets) - 1;

Word word_of(std::string_view form) { return split_words(form, &Lexicon::get()).at(0); }

// A model that has something to say of every feature of these words.
TaggerModel model_of(const std::vector<std::string>& forms) {
  std::mt19937 random(3);
  std::map<std::uint32_t, WeightRow> rows;
  for (const std::string& form : forms) {
    for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
      word_features(form, word_of(form), offset, [&](Template, std::uint32_t feature) {
        WeightRow row{feature, {}};
        for (std::size_t label = 0; label < kLabels; ++label) {
          row.weights[label] = static_cast<std::int8_t>(static_cast<int>(random() % 101) - 50);
        }
        rows.emplace(feature, row);
      });
    }
  }
  std::vector<WeightRow> sorted;
  for (const auto& [feature, row] : rows) sorted.push_back(row);
  return {{}, sorted};
}

// The slow way: each feature looked up.
LabelScores summed(const TaggerModel& model, std::string_view form, int offset) {
  LabelScores out{};
  word_features(form, word_of(form), offset,
                [&](Template, std::uint32_t feature) { model.add_to(out, feature); });
  return out;
}

LabelScores at_offset(const WordWeights::Sums& sums, int offset) {
  return sums[static_cast<std::size_t>(offset + kFarthest)];
}

const std::vector<std::string>& forms() {
  static const std::vector<std::string> kForms{"Esper",
                                               "ESPER",
                                               "esper",
                                               "US",
                                               "us",
                                               "U.S.",
                                               "New",
                                               "&",
                                               "Ö",
                                               "東京",
                                               "G20",
                                               "Donaudampfschifffahrtsgesellschaftskapitaen",
                                               "Rindfleischetikettierungsueberwachung"};
  return kForms;
}

TEST(WordWeights, AreTheSumsOfTheWordsFeatures) {
  const TaggerModel model = model_of(forms());
  WordWeights weights(model);
  for (const std::string& form : forms()) {
    const WordWeights::Sums& sums = weights.of(form, word_of(form), kAllOffsets);
    for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
      EXPECT_EQ(at_offset(sums, offset), summed(model, form, offset)) << form << " " << offset;
    }
  }
}

TEST(WordWeights, AreTheSameWhenTheyAreAskedForAgain) {
  const TaggerModel model = model_of(forms());
  WordWeights weights(model);
  std::mt19937 random(5);
  for (int step = 0; step < 2000; ++step) {
    const std::string& form = forms()[random() % forms().size()];
    const int offset = static_cast<int>(random() % WordWeights::kOffsets) - kFarthest;
    const WordWeights::Sums& sums = weights.of(form, word_of(form), WordWeights::bit_of(offset));
    ASSERT_EQ(at_offset(sums, offset), summed(model, form, offset)) << form << " " << offset;
  }
}

TEST(WordWeights, StayRightWhenMoreWordsAreMetThanAreRemembered) {
  const TaggerModel model = model_of(forms());
  WordWeights weights(model);
  for (int i = 0; i < 30'000; ++i) {
    const std::string form = "w" + std::to_string(i);
    weights.of(form, split_words(form, nullptr).at(0), kAllOffsets);
  }
  for (const std::string& form : forms()) {
    const auto& sums = weights.of(form, word_of(form), WordWeights::bit_of(0));
    EXPECT_EQ(at_offset(sums, 0), summed(model, form, 0)) << form;
  }
}

TEST(WordWeights, OfAModelThatKnowsNothingAreNothing) {
  const TaggerModel nothing;
  WordWeights weights(nothing);
  EXPECT_EQ(at_offset(weights.of("Esper", word_of("Esper"), kAllOffsets), 0), LabelScores{});
  EXPECT_EQ(&weights.model(), &nothing);
}

TEST(WordWeights, HaveABitForEachOffset) {
  unsigned all = 0;
  for (int offset = -kFarthest; offset <= kFarthest; ++offset) {
    EXPECT_EQ(all & WordWeights::bit_of(offset), 0U);
    all |= WordWeights::bit_of(offset);
  }
  EXPECT_EQ(all, kAllOffsets);
}

}  // namespace
}  // namespace dateline::indexer::word_weights_test
