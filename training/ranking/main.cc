// dateline-train-ranking: tries settings of RankingParameters on collections with judgements,
// prints the best one, and what choosing so gives where it is judged by other queries.
//
// usage: dateline-train-ranking [--expand] NAME=FOLDER[=FIGURE]…     --expand: that alone is learnt,
// on top of the parameters that searches have. Each FOLDER has `index` and `queries.tsv`;
// scripts/train-ranking makes them. FIGURE is nDCG@10 of another engine there: the ranking is chosen
// for the collection that has the least multiple of it, --expand for the mean of all.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "common/base/strings.h"

#include "training/ranking/judged_collection.h"
#include "training/ranking/knobs.h"
#include "training/ranking/trials.h"

namespace dateline::training {
namespace {

constexpr std::size_t kDrawn = 120;
constexpr std::uint64_t kSeed = 14;
constexpr std::size_t kFolds = 5;

bool each_counts(std::size_t /*collection*/, std::size_t /*query*/) { return true; }

double mean_of(const std::vector<double>& figures) {
  double sum = 0;
  for (const double figure : figures) sum += figure;
  return figures.empty() ? 0 : sum / static_cast<double>(figures.size());
}

void print_row(const std::string& what, const std::vector<double>& figures) {
  fmt::print("| {} |", what);
  for (const double figure : figures) fmt::print(" {:.4f} |", figure);
  fmt::print(" {:.4f} |\n", mean_of(figures));
}

void print_trial(const std::string& what, const Trials& trials, const Trial& trial) {
  std::vector<double> means;
  std::vector<double> ratios;
  for (std::size_t i = 0; i < trial.figures.size(); ++i) {
    means.push_back(mean_of(trial.figures[i]));
    ratios.push_back(trials.ratio(trial, i, each_counts));
  }
  print_row(what + ", nDCG@10", means);
  print_row(what + ", ratio", ratios);
}

// What one knob brings: the best setting with that knob as the plain setting has it.
void print_without(const Trials& trials, const std::vector<JudgedCollection>& collections) {
  for (const Knob& knob : knobs()) {
    search::RankingParameters parameters = trials.best(each_counts).parameters;
    parameters.*knob.member = plain_bm25().*knob.member;
    Trial without{parameters, {}};
    for (const JudgedCollection& one : collections) {
      without.figures.push_back(one.measure(parameters));
    }
    print_trial(fmt::format("{} {}", knob.name, parameters.*knob.member), trials, without);
  }
}

void print_trials(const std::string& first, const Trials& trials, std::span<const Knob> list,
                  const std::vector<JudgedCollection>& collections) {
  fmt::print("{} settings tried; the best: {}\n\n|  |", trials.all().size(),
             print(trials.best(each_counts).parameters, list));
  for (const JudgedCollection& one : collections) fmt::print(" {} |", one.name());
  fmt::print(" mean |\n|---|");
  for (std::size_t i = 0; i <= collections.size(); ++i) fmt::print("---:|");
  fmt::print("\n");
  print_trial(first, trials, trials.all().front());
  print_trial("best", trials, trials.best(each_counts));
  print_row(fmt::format("{} folds, ratio", kFolds), trials.by_folds(kFolds));
  print_row("collection left out, ratio", trials.by_collections());
}

void learn_ranking(const std::vector<JudgedCollection>& collections,
                   const std::vector<double>& references) {
  Trials trials([&](const search::RankingParameters& parameters) {
    Figures figures;
    for (const JudgedCollection& one : collections) figures.push_back(one.measure(parameters));
    return figures;
  });
  trials.aim_at(Aim::kWorst, references);
  trials.search(kDrawn, kSeed);
  print_trials("BM25, 1.2 and 0.75", trials, knobs(), collections);
  print_without(trials, collections);
}

// Of --expand, on top of the ranking that searches have.
void learn_expansion(std::vector<JudgedCollection>& collections) {
  for (JudgedCollection& one : collections) one.compare_best();
  Trials trials(
      [&](const search::RankingParameters& parameters) {
        Figures figures;
        for (const JudgedCollection& one : collections) {
          figures.push_back(one.measure_expanded(parameters));
        }
        return figures;
      },
      expansion_knobs(), without_expansion());
  trials.try_all();
  fmt::print("\n--expand: ");
  print_trials("without", trials, expansion_knobs(), collections);
}

int misused() {
  fmt::print(stderr, "usage: dateline-train-ranking [--expand] NAME=FOLDER[=FIGURE]...\n");
  return 2;
}

int run(std::vector<std::string> named) {
  const bool expands_alone = named.front() == "--expand";
  if (expands_alone) named.erase(named.begin());
  std::vector<JudgedCollection> collections;
  std::vector<double> references;
  for (const std::string& one : named) {
    const auto parts = split(one, '=');
    if (parts.size() < 2) return misused();
    auto opened = JudgedCollection::open(std::string(parts[0]), std::string(parts[1]));
    references.push_back(parts.size() > 2 ? std::strtod(std::string(parts[2]).c_str(), nullptr)
                                          : 0);
    if (!opened) {
      fmt::print(stderr, "{}\n", opened.error().to_string());
      return 1;
    }
    collections.push_back(std::move(*opened));
  }
  if (!expands_alone) learn_ranking(collections, references);
  learn_expansion(collections);
  return 0;
}

}  // namespace
}  // namespace dateline::training

int main(int argc, char** argv) {
  if (argc < 2) return dateline::training::misused();
  return dateline::training::run({argv + 1, argv + argc});
}
