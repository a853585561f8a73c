// Which of several bodies is the article.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/extract/body/body.h"
#include "indexer/extract/body/evidence.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// The worth of a body with these features; only differences between bodies of one page mean
// anything. The weights are learned by scripts/train-extraction.
double worth_of(const Features& features);

// The index of the best of `candidates`, which are not empty.
std::size_t best_of(const Page& page, const std::vector<Body>& candidates);

}  // namespace dateline::indexer::page
