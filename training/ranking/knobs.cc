#include "training/ranking/knobs.h"

#include <fmt/format.h>

#include "common/base/strings.h"

namespace dateline::training {

using search::RankingParameters;

std::span<const Knob> knobs() {
  static const std::vector<Knob> kKnobs{
      {"saturation",
       &RankingParameters::saturation,
       {0.9, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.5, 3}},
      {"length_influence",
       &RankingParameters::length_influence,
       {0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9}},
      {"least_length", &RankingParameters::least_length, {0.1, 0.2, 0.3, 0.5, 0.7}},
      {"stop_word_weight",
       &RankingParameters::stop_word_weight,
       {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 1}},
      {"telling_influence",
       &RankingParameters::telling_influence,
       {0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1}},
      {"usual_articles", &RankingParameters::usual_articles, {0.5, 1, 2, 5, 10}},
      {"rareness_influence",
       &RankingParameters::rareness_influence,
       {0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4}},
  };
  return kKnobs;
}

std::span<const Knob> expansion_knobs() {
  static const std::vector<Knob> kKnobs{
      {"agreement_influence",
       &RankingParameters::agreement_influence,
       {0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4}},
      {"voice_of_like", &RankingParameters::voice_of_like, {1, 1.5, 2}},
      {"voice_of_score", &RankingParameters::voice_of_score, {2, 3, 4, 6, 8, 10, 12, 16}},
  };
  return kKnobs;
}

RankingParameters plain_bm25() {
  RankingParameters plain;
  plain.saturation = 1.2;
  plain.length_influence = 0.75;
  plain.stop_word_weight = 1;
  plain.telling_influence = 0;
  plain.rareness_influence = 0;
  return plain;
}

RankingParameters without_expansion() {
  RankingParameters without;
  without.agreement_influence = 0;
  return without;
}

std::string print(const RankingParameters& parameters, std::span<const Knob> list) {
  std::vector<std::string> parts;
  for (const Knob& knob : list) {
    parts.push_back(fmt::format("{} {}", knob.name, parameters.*knob.member));
  }
  return join(parts, ", ");
}

}  // namespace dateline::training
