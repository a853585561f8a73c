// Which of several bodies is the article.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/body/body.h"
#include "indexer/extract/body/evidence.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The worth of a body with these features, on a page whose first candidate has `first`; only
// differences between bodies of one page mean anything. What each feature is worth alone is added
// up, and corrected by small trees over several (tables/judge_weights.h, tables/judge_trees.h);
// scripts/train-extraction learns both.
double worth_of(const Features& features, const Features& first);

// The indices of `candidates`, that which is worth most first, the first of equals before others.
std::vector<std::size_t> by_worth(const Page& page, const std::vector<Body>& candidates);

}  // namespace dateline::indexer::page
