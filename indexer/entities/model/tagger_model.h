// The trained tagger's weights: what each feature says for and against each label.
//
// A feature is a 32-bit hash; the text that it was made of is not kept. The bytes of a model are
//
//   "DLTAGGER"  format version  length of the rest  its fingerprint  the rest
//
// and the rest is written in little-endian integers and varints: transitions, then the features by
// ascending hash, each as the distance from the one before, a mask of the labels that it has
// something to say of, and a signed byte for each of those; then the habits of words by ascending
// hash, each as the distance from the one before times 8 and the habit. See tagger_model.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/large_pages.h"
#include "common/base/result.h"
#include "indexer/entities/model/labels.h"
#include "indexer/entities/model/word_habits.h"

namespace dateline::indexer {

// One feature's weights.
struct WeightRow {
  std::uint32_t feature;
  std::array<std::int8_t, kLanes> weights;  // lanes from kLabels on are 0
};

class TaggerModel {
 public:
  static constexpr std::uint32_t kFormatVersion = 2;
  static constexpr std::size_t kMostFeatures = std::size_t{1} << 20U;

  TaggerModel() : TaggerModel({}, {}) {}

  // `rows` in ascending order of their features, none twice.
  TaggerModel(const Transitions& transitions, const std::vector<WeightRow>& rows,
              WordHabits habits = {});

  // kCorrupt where the bytes are not what to_bytes() gives, kVersion where another version of the
  // program wrote them. Any bytes are safe.
  static Result<TaggerModel> from_bytes(std::string_view bytes);
  std::string to_bytes() const;

  // Adds to `scores` what `feature` says; nothing if it is unknown.
  void add_to(LabelScores& scores, std::uint32_t feature) const {
    for (std::size_t at = home_of(feature);; at = after(at)) {
      const Bucket& bucket = buckets_[at];
      for (std::size_t i = 0; i < bucket.used; ++i) {
        if (bucket.features[i] == feature) return add(scores, bucket.weights[i]);
      }
      if (bucket.used < kRowsInBucket) return;
    }
  }

  // Adds what all of them say: memory is asked for all before any is waited for.
  void add_all_to(LabelScores& scores, std::span<const std::uint32_t> features) const {
    for (const std::uint32_t feature : features) __builtin_prefetch(&buckets_[home_of(feature)]);
    for (const std::uint32_t feature : features) add_to(scores, feature);
  }

  const Transitions& transitions() const { return transitions_; }
  const WordHabits& habits() const { return habits_; }

  // In ascending order of their features.
  std::vector<WeightRow> rows() const;
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kRowsInBucket = 3;
  using Weights = std::array<std::int8_t, kLanes>;

  // A line of the processor's cache, so that most features cost one access to memory. What finds no
  // room goes to the next; a third of the room is free, so that few do.
  struct alignas(64) Bucket {
    std::array<std::uint32_t, kRowsInBucket> features{};
    std::array<Weights, kRowsInBucket> weights{};
    std::uint8_t used = 0;
  };

  // Hashes are spread evenly, so that their upper end tells the bucket, of any number of them.
  std::size_t home_of(std::uint32_t feature) const {
    return static_cast<std::size_t>(std::uint64_t{feature} * buckets_.size() >> 32U);
  }
  std::size_t after(std::size_t bucket) const {
    return bucket + 1 == buckets_.size() ? 0 : bucket + 1;
  }

  static void add(LabelScores& scores, const Weights& weights) {
    // As vectors: neither compiler makes them of a loop over bytes that widen.
    using Bytes = std::int8_t __attribute__((vector_size(kLanes)));
    using Shorts = std::int16_t __attribute__((vector_size(2 * kLanes)));
    Bytes told;
    Shorts sums;
    std::memcpy(&told, weights.data(), sizeof told);
    std::memcpy(&sums, scores.data(), sizeof sums);
    sums += __builtin_convertvector(told, Shorts);
    std::memcpy(scores.data(), &sums, sizeof sums);
  }

  Transitions transitions_;
  WordHabits habits_;
  std::vector<Bucket, LargePages<Bucket>> buckets_;
  std::size_t size_ = 0;
};

}  // namespace dateline::indexer
