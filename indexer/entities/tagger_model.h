// The trained tagger's weights: what each feature says for and against each label.
//
// A feature is a 32-bit hash; the text that it was made of is not kept. The bytes of a model are
//
//   "DLTAGGER"  format version  length of the rest  its fingerprint  the rest
//
// and the rest is written in little-endian integers and varints: transitions, then the features by
// ascending hash, each as the distance from the one before, a mask of the labels that it has
// something to say of, and a signed byte for each of those. See tagger_model.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/entities/labels.h"

namespace dateline::indexer {

// One feature's weights.
struct WeightRow {
  std::uint32_t feature;
  std::array<std::int8_t, kLanes> weights;  // lanes from kLabels on are 0
};

class TaggerModel {
 public:
  static constexpr std::uint32_t kFormatVersion = 1;
  static constexpr std::size_t kMostFeatures = std::size_t{1} << 20U;

  TaggerModel() : TaggerModel({}, {}) {}

  // `rows` in ascending order of their features, none twice.
  TaggerModel(const Transitions& transitions, const std::vector<WeightRow>& rows);

  // kCorrupt where the bytes are not what to_bytes() gives, kVersion where another version of the
  // program wrote them. Any bytes are safe.
  static Result<TaggerModel> from_bytes(std::string_view bytes);
  std::string to_bytes() const;

  // Adds to `scores` what `feature` says; nothing if it is unknown.
  void add_to(LabelScores& scores, std::uint32_t feature) const {
    for (std::size_t at = feature & mask_;; at = (at + 1) & mask_) {
      const Bucket& bucket = buckets_[at];
      for (std::size_t i = 0; i < bucket.used; ++i) {
        if (bucket.features[i] == feature) return add(scores, bucket.weights[i]);
      }
      if (bucket.used < kRowsInBucket) return;
    }
  }

  // Adds what all of them say: memory is asked for all before any is waited for.
  void add_all_to(LabelScores& scores, std::span<const std::uint32_t> features) const {
    for (const std::uint32_t feature : features) __builtin_prefetch(&buckets_[feature & mask_]);
    for (const std::uint32_t feature : features) add_to(scores, feature);
  }

  const Transitions& transitions() const { return transitions_; }

  // In ascending order of their features.
  std::vector<WeightRow> rows() const;
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kRowsInBucket = 3;
  using Weights = std::array<std::int8_t, kLanes>;

  // A line of the processor's cache, so that most features cost one access to memory. What finds no
  // room goes to the next; half of the room is free, so that few do.
  struct alignas(64) Bucket {
    std::array<std::uint32_t, kRowsInBucket> features{};
    std::array<Weights, kRowsInBucket> weights{};
    std::uint8_t used = 0;
  };

  static void add(LabelScores& scores, const Weights& weights) {
    for (std::size_t i = 0; i < kLanes; ++i) {
      scores[i] = static_cast<std::int16_t>(scores[i] + weights[i]);
    }
  }

  Transitions transitions_;
  std::vector<Bucket> buckets_;
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
};

}  // namespace dateline::indexer
