// For each run: forward and backward sums give every label's probability at every word, and every
// pair's between neighbours; the gradient is what is true less what is thought. Sums are kept in
// the linear domain and scaled at each word.
#include "training/tagger/field_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

namespace dateline::training {
namespace {

using indexer::kLabels;
using indexer::kLanes;
using indexer::Label;

using Row = std::array<float, kLanes>;
using Table = std::array<Row, kLanes>;

// Steps of a quantised weight in 1: weights beyond 127 / kSteps are cut there.
constexpr float kSteps = 24.0F;

// What is known as surely as this teaches nothing more; most words are, after the first passes.
constexpr float kSure = 0.99F;

// Numbers the features that are seen often enough.
class FeatureIndex {
 public:
  FeatureIndex(const Examples& examples, std::uint32_t fewest) {
    std::unordered_map<std::uint32_t, std::uint32_t> counts;
    for (std::uint32_t word = 0; word < examples.words(); ++word) {
      for (const Feature& feature : examples.features(word)) ++counts[feature.hash];
    }
    for (const auto& [hash, count] : counts) {
      if (count >= fewest) hashes_.push_back(hash);
    }
    std::sort(hashes_.begin(), hashes_.end());
    numbers_.reserve(hashes_.size());
    for (std::uint32_t i = 0; i < hashes_.size(); ++i) numbers_.emplace(hashes_[i], i);
  }

  const std::vector<std::uint32_t>& hashes() const { return hashes_; }

  // The feature's number; size() if it is too seldom seen.
  std::uint32_t number(std::uint32_t hash) const {
    const auto at = numbers_.find(hash);
    return at == numbers_.end() ? size() : at->second;
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(hashes_.size()); }

 private:
  std::vector<std::uint32_t> hashes_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
};

struct IndexedFeature {
  std::uint32_t number : 31;
  std::uint32_t lexical : 1;
};

class Trainer {
 public:
  Trainer(const Examples& examples, const TrainingOptions& options)
      : examples_(examples),
        options_(options),
        index_(examples, options.fewest),
        weights_(index_.size(), Row{}),
        steps_(index_.size(), Row{}),
        sums_(index_.size(), Row{}),
        random_(options.seed) {
    index_features();
  }

  indexer::TaggerModel run() {
    std::vector<std::uint32_t> order(examples_.runs().size());
    std::iota(order.begin(), order.end(), 0U);
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), random_);
      for (const std::uint32_t run : order) learn(examples_.runs()[run]);
      if (2 * epoch >= options_.epochs) add_to_average();
    }
    return quantised();
  }

 private:
  void index_features() {
    starts_.push_back(0);
    for (std::uint32_t word = 0; word < examples_.words(); ++word) {
      for (const Feature& feature : examples_.features(word)) {
        const std::uint32_t number = index_.number(feature.hash);
        if (number == index_.size()) continue;
        features_.push_back({number & 0x7FFFFFFFU, feature.lexical ? 1U : 0U});
      }
      starts_.push_back(features_.size());
    }
  }

  bool drops(const IndexedFeature& feature) {
    const float share = feature.lexical != 0 ? options_.drop_lexical : options_.drop_other;
    return static_cast<float>(random_() >> 40U) < share * static_cast<float>(1U << 24U);
  }

  void learn(const Examples::Run& run) {
    const std::size_t length = run.last - run.first;
    used_.clear();
    used_starts_.assign(1, 0);
    potentials_.assign(length, Row{});
    for (std::size_t i = 0; i < length; ++i) {
      Row scores{};
      const std::uint32_t word = run.first + static_cast<std::uint32_t>(i);
      for (std::uint64_t at = starts_[word]; at < starts_[word + 1]; ++at) {
        if (drops(features_[at])) continue;
        used_.push_back(features_[at].number);
        const Row& row = weights_[features_[at].number];
        for (std::size_t label = 0; label < kLanes; ++label) scores[label] += row[label];
      }
      used_starts_.push_back(used_.size());
      const float top = *std::max_element(scores.begin(), scores.begin() + kLabels);
      for (std::size_t label = 0; label < kLabels; ++label) {
        potentials_[i][label] = std::exp(scores[label] - top);
      }
    }
    for (std::size_t before = 0; before < kLabels; ++before) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        const bool possible =
            indexer::may_follow(static_cast<Label>(before), static_cast<Label>(label));
        links_[before][label] = possible ? std::exp(transitions_[before][label]) : 0.0F;
      }
    }
    sum_forward(length);
    sum_backward(length);
    update(run);
  }

  static void scale(Row& row) {
    const float sum = std::accumulate(row.begin(), row.end(), 0.0F);
    for (float& value : row) value /= sum;
  }

  void sum_forward(std::size_t length) {
    forward_.assign(length, Row{});
    for (std::size_t label = 0; label < kLabels; ++label) {
      const bool possible = indexer::may_begin(static_cast<Label>(label));
      forward_[0][label] = possible ? potentials_[0][label] : 0.0F;
    }
    scale(forward_[0]);
    for (std::size_t i = 1; i < length; ++i) {
      for (std::size_t before = 0; before < kLabels; ++before) {
        for (std::size_t label = 0; label < kLanes; ++label) {
          forward_[i][label] += forward_[i - 1][before] * links_[before][label];
        }
      }
      for (std::size_t label = 0; label < kLanes; ++label) {
        forward_[i][label] *= potentials_[i][label];
      }
      forward_[i][0] += 1e-30F;
      scale(forward_[i]);
    }
  }

  void sum_backward(std::size_t length) {
    backward_.assign(length, Row{});
    for (std::size_t label = 0; label < kLabels; ++label) {
      backward_[length - 1][label] = indexer::may_end(static_cast<Label>(label)) ? 1.0F : 0.0F;
    }
    for (std::size_t i = length - 1; i > 0; --i) {
      Row next{};
      for (std::size_t label = 0; label < kLanes; ++label) {
        next[label] = backward_[i][label] * potentials_[i][label];
      }
      for (std::size_t before = 0; before < kLabels; ++before) {
        float sum = 0;
        for (std::size_t label = 0; label < kLanes; ++label) {
          sum += links_[before][label] * next[label];
        }
        backward_[i - 1][before] = sum;
      }
      scale(backward_[i - 1]);
    }
  }

  void update(const Examples::Run& run) {
    const std::size_t length = run.last - run.first;
    for (std::size_t i = 0; i < length; ++i) {
      Row gradient{};
      for (std::size_t label = 0; label < kLabels; ++label) {
        gradient[label] = forward_[i][label] * backward_[i][label];
      }
      gradient[0] += 1e-30F;
      scale(gradient);
      const Label truth = examples_.label(run.first + static_cast<std::uint32_t>(i));
      if (gradient[truth] < kSure) {
        for (float& value : gradient) value *= -run.weight;
        gradient[truth] += run.weight;
        for (std::uint64_t at = used_starts_[i]; at < used_starts_[i + 1]; ++at) {
          step(weights_[used_[at]], steps_[used_[at]], gradient);
        }
      }
      if (i > 0) update_transitions(run, i);
    }
  }

  void update_transitions(const Examples::Run& run, std::size_t i) {
    Table thought{};
    float sum = 1e-30F;
    for (std::size_t before = 0; before < kLabels; ++before) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        thought[before][label] = forward_[i - 1][before] * links_[before][label] *
                                 potentials_[i][label] * backward_[i][label];
        sum += thought[before][label];
      }
    }
    const auto word = run.first + static_cast<std::uint32_t>(i);
    for (std::size_t before = 0; before < kLabels; ++before) {
      Row gradient{};
      for (std::size_t label = 0; label < kLabels; ++label) {
        gradient[label] = -run.weight * thought[before][label] / sum;
      }
      if (before == examples_.label(word - 1)) gradient[examples_.label(word)] += run.weight;
      step(transitions_[before], transition_steps_[before], gradient);
    }
  }

  void step(Row& weights, Row& steps, const Row& gradient) const {
    for (std::size_t label = 0; label < kLanes; ++label) {
      const float g = gradient[label] - options_.decay * weights[label];
      steps[label] += g * g;
      weights[label] += options_.rate * g / (1e-3F + std::sqrt(steps[label]));
    }
  }

  void add_to_average() {
    ++averaged_;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      for (std::size_t label = 0; label < kLanes; ++label) sums_[i][label] += weights_[i][label];
    }
  }

  indexer::TaggerModel quantised() const {
    std::vector<indexer::WeightRow> rows;
    for (std::uint32_t i = 0; i < index_.size(); ++i) {
      indexer::WeightRow row{index_.hashes()[i], {}};
      bool tells = false;
      for (std::size_t label = 0; label < kLabels; ++label) {
        const float weight = sums_[i][label] / static_cast<float>(averaged_);
        if (std::abs(weight) < options_.smallest) continue;
        const float steps = std::clamp(std::round(weight * kSteps), -127.0F, 127.0F);
        row.weights[label] = static_cast<std::int8_t>(steps);
        tells |= row.weights[label] != 0;
      }
      if (tells) rows.push_back(row);
    }
    indexer::Transitions transitions{};
    for (std::size_t before = 0; before < kLabels; ++before) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        transitions[before][label] =
            static_cast<std::int16_t>(std::round(transitions_[before][label] * kSteps));
      }
    }
    return {transitions, rows, examples_.habits()};
  }

  const Examples& examples_;
  TrainingOptions options_;
  FeatureIndex index_;
  std::vector<std::uint64_t> starts_;
  std::vector<IndexedFeature> features_;
  std::vector<Row> weights_;
  std::vector<Row> steps_;  // sums of squared gradients
  std::vector<Row> sums_;   // of weights after each of the later epochs
  int averaged_ = 0;
  Table transitions_{};
  Table transition_steps_{};
  std::mt19937_64 random_;

  // Of the run being learnt.
  std::vector<std::uint32_t> used_;
  std::vector<std::uint64_t> used_starts_;
  std::vector<Row> potentials_;
  std::vector<Row> forward_;
  std::vector<Row> backward_;
  Table links_{};
};

}  // namespace

indexer::TaggerModel train(const Examples& examples, const TrainingOptions& options) {
  return Trainer(examples, options).run();
}

}  // namespace dateline::training
