// Whether two texts are mostly the same words in the same order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/document/article.h"

namespace dateline::search {

// Hashes of the runs of three words of headline, standfirst and body, as far as they are read
// (kReadOfABody), each once, in ascending order. The same in one process alone.
std::vector<std::uint64_t> word_runs(const Article& article);

// Which part of the smaller set the other one has: 0 for an empty one.
double common_part(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace dateline::search
