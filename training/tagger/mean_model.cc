#include "training/tagger/mean_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>

namespace dateline::training {
namespace {

using indexer::kLabels;
using indexer::kLanes;
using Sums = std::array<int, kLanes>;

int mean(int sum, std::size_t count) {
  return static_cast<int>(std::lround(static_cast<double>(sum) / static_cast<double>(count)));
}

indexer::Transitions mean_transitions(const std::vector<indexer::TaggerModel>& models) {
  indexer::Transitions out{};
  for (std::size_t before = 0; before < kLabels; ++before) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      int sum = 0;
      for (const auto& model : models) sum += model.transitions()[before][label];
      out[before][label] = static_cast<std::int16_t>(mean(sum, models.size()));
    }
  }
  return out;
}

}  // namespace

indexer::TaggerModel mean_of(const std::vector<indexer::TaggerModel>& models, int least) {
  std::map<std::uint32_t, Sums> sums;
  for (const indexer::TaggerModel& model : models) {
    for (const indexer::WeightRow& row : model.rows()) {
      Sums& sum = sums[row.feature];
      for (std::size_t label = 0; label < kLabels; ++label) sum[label] += row.weights[label];
    }
  }
  std::vector<indexer::WeightRow> rows;
  for (const auto& [feature, sum] : sums) {
    indexer::WeightRow row{feature, {}};
    int most = 0;
    for (std::size_t label = 0; label < kLabels; ++label) {
      row.weights[label] = static_cast<std::int8_t>(mean(sum[label], models.size()));
      most = std::max(most, std::abs(int{row.weights[label]}));
    }
    if (most >= least) rows.push_back(row);
  }
  return {mean_transitions(models), rows, models.front().habits()};
}

}  // namespace dateline::training
