// Which parameters are learnt, and the values that each may take.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/matching/ranking_parameters.h"

namespace dateline::training {

struct Knob {
  std::string_view name;  // of the member
  double search::RankingParameters::*member;
  std::vector<double> values;  // ascending
};

// Of every search by relevance, and those of --expand alone.
std::span<const Knob> knobs();
std::span<const Knob> expansion_knobs();

// BM25 as it is usual, with nothing of ours: what settings are compared with.
search::RankingParameters plain_bm25();

// What searches do without --expand: what settings of that are compared with.
search::RankingParameters without_expansion();

// "saturation 1.5, length_influence 0.75, …"
std::string print(const search::RankingParameters& parameters,
                  std::span<const Knob> list = knobs());

}  // namespace dateline::training
