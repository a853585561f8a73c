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

std::span<const Knob> knobs();

// BM25 as it is usual, with nothing of ours: what settings are compared with.
search::RankingParameters plain_bm25();

// "saturation 1.5, length_influence 0.75, …"
std::string print(const search::RankingParameters& parameters);

}  // namespace dateline::training
