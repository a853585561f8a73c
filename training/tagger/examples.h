// Annotated text as the sequences that a model learns from: for each word that is judged its
// features and its true label.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/entities/model/labels.h"
#include "indexer/entities/model/word_habits.h"

#include "training/tagger/annotated_text.h"

namespace dateline::training {

struct Feature {
  std::uint32_t hash;
  bool lexical;  // tells which words stand there
};

// Runs of words, laid end to end.
class Examples {
 public:
  struct Run {
    std::uint32_t first;  // words
    std::uint32_t last;
    float weight;
  };

  // How much is learnt from a run: what annotators and rules agree on is likely right.
  struct Trust {
    float agreed = 1.0F;
    float disputed = 1.0F;
    bool names_alone = false;  // leave out runs without a name
  };

  explicit Examples(indexer::WordHabits habits = {}) : habits_(std::move(habits)) {}

  // Adds all runs of a text.
  void add(const MarkedText& text, const Trust& trust);

  const std::vector<Run>& runs() const { return runs_; }
  const indexer::WordHabits& habits() const { return habits_; }
  std::size_t words() const { return labels_.size(); }
  indexer::Label label(std::uint32_t word) const { return labels_[word]; }
  std::span<const Feature> features(std::uint32_t word) const {
    return {features_.data() + starts_[word], starts_[word + 1] - starts_[word]};
  }

 private:
  indexer::WordHabits habits_;
  std::vector<Run> runs_;
  std::vector<indexer::Label> labels_;
  std::vector<std::uint64_t> starts_{0};
  std::vector<Feature> features_;
};

}  // namespace dateline::training
