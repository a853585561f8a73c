// Sets of words made again from what they were made of.
#pragma once

#include <memory>

#include "searcher/query/vocabulary/pattern.h"

namespace dateline::query {

// The set that says of itself what `spec` has; null where that makes no sense. `spec` may come from
// anybody: its text may have at most kMaxSpecBytes, a limit of queries.
inline constexpr std::size_t kMaxSpecBytes = 4'096;
std::unique_ptr<WordSet> word_set(const WordSetSpec& spec);

}  // namespace dateline::query
