// Tested by tests/training/ranking/trials_test.cc.
#include "training/ranking/trials.h"

#include <algorithm>
#include <random>
#include <utility>

namespace dateline::training {
namespace {

using search::RankingParameters;

bool all_count(std::size_t /*collection*/, std::size_t /*query*/) { return true; }

bool same(const RankingParameters& a, const RankingParameters& b, std::span<const Knob> list) {
  return std::all_of(list.begin(), list.end(),
                     [&](const Knob& knob) { return a.*knob.member == b.*knob.member; });
}

RankingParameters drawn(std::mt19937_64& random, RankingParameters parameters,
                        std::span<const Knob> list) {
  for (const Knob& knob : list) {
    parameters.*knob.member = knob.values[random() % knob.values.size()];
  }
  return parameters;
}

double mean_where(const std::vector<double>& figures, std::size_t collection,
                  const Counts& counts) {
  double sum = 0;
  std::size_t met = 0;
  for (std::size_t query = 0; query < figures.size(); ++query) {
    if (!counts(collection, query)) continue;
    sum += figures[query];
    ++met;
  }
  return met == 0 ? 0 : sum / static_cast<double>(met);
}

}  // namespace

Trials::Trials(Measure measure, std::span<const Knob> list, const RankingParameters& first)
    : measure_(std::move(measure)), list_(list) {
  tried(first);
}

const Trial& Trials::tried(const RankingParameters& parameters) {
  const auto known = std::find_if(trials_.begin(), trials_.end(), [&](const Trial& trial) {
    return same(trial.parameters, parameters, list_);
  });
  if (known != trials_.end()) return *known;
  trials_.push_back({parameters, measure_(parameters)});
  return trials_.back();
}

void Trials::search(std::size_t settings, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const RankingParameters first = trials_.front().parameters;
  for (std::size_t i = 0; i < settings; ++i) tried(drawn(random, first, list_));
  while (improve()) {
  }
}

void Trials::try_all() {
  std::vector<RankingParameters> settings{trials_.front().parameters};
  for (const Knob& knob : list_) {
    std::vector<RankingParameters> more;
    for (RankingParameters parameters : settings) {
      for (const double value : knob.values) {
        parameters.*knob.member = value;
        more.push_back(parameters);
      }
    }
    settings = std::move(more);
  }
  for (const RankingParameters& parameters : settings) tried(parameters);
}

// A gain of less is no reason to go on.
bool Trials::improve() {
  constexpr double kLeastGain = 0.0005;
  const double before = worth(best(all_count), all_count);
  for (const Knob& knob : list_) {
    RankingParameters parameters = best(all_count).parameters;
    for (const double value : knob.values) {
      parameters.*knob.member = value;
      tried(parameters);
    }
  }
  return worth(best(all_count), all_count) > before + kLeastGain;
}

double Trials::ratio(const Trial& trial, std::size_t collection, const Counts& counts) const {
  const double plain = mean_where(trials_.front().figures[collection], collection, counts);
  return plain == 0 ? 1 : mean_where(trial.figures[collection], collection, counts) / plain;
}

void Trials::aim_at(Aim aim, std::vector<double> references) {
  aim_ = aim;
  const Figures& plain = trials_.front().figures;
  plain_multiples_.assign(plain.size(), 1);
  for (std::size_t i = 0; i < std::min(plain.size(), references.size()); ++i) {
    if (references[i] > 0) plain_multiples_[i] = mean_where(plain[i], i, all_count) / references[i];
  }
}

double Trials::worth(const Trial& trial, const Counts& counts) const {
  double sum = 0;
  double least = 0;
  std::size_t met = 0;
  for (std::size_t collection = 0; collection < trial.figures.size(); ++collection) {
    if (mean_where(trials_.front().figures[collection], collection, counts) == 0) continue;
    double figure = ratio(trial, collection, counts);
    if (aim_ == Aim::kWorst) figure *= plain_multiples_[collection];
    least = met == 0 ? figure : std::min(least, figure);
    sum += figure;
    ++met;
  }
  if (met == 0) return 0;
  return aim_ == Aim::kWorst ? least : sum / static_cast<double>(met);
}

const Trial& Trials::best(const Counts& counts) const {
  return *std::max_element(trials_.begin(), trials_.end(), [&](const Trial& a, const Trial& b) {
    return worth(a, counts) < worth(b, counts);
  });
}

std::vector<double> Trials::by_folds(std::size_t folds) const {
  Figures judged = trials_.front().figures;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const Trial& chosen =
        best([&](std::size_t, std::size_t query) { return query % folds != fold; });
    for (std::size_t i = 0; i < judged.size(); ++i) {
      for (std::size_t j = fold; j < judged[i].size(); j += folds) {
        judged[i][j] = chosen.figures[i][j];
      }
    }
  }
  std::vector<double> ratios;
  const Trial left_out{{}, std::move(judged)};
  for (std::size_t i = 0; i < left_out.figures.size(); ++i) {
    ratios.push_back(ratio(left_out, i, all_count));
  }
  return ratios;
}

std::vector<double> Trials::by_collections() const {
  std::vector<double> ratios;
  for (std::size_t left = 0; left < trials_.front().figures.size(); ++left) {
    const Trial& chosen =
        best([left](std::size_t collection, std::size_t) { return collection != left; });
    ratios.push_back(ratio(chosen, left, all_count));
  }
  return ratios;
}

}  // namespace dateline::training
