// The ways to a body. Each is right on some pages: the judge (judge.h) says which on this one.
#pragma once

#include <vector>

#include "indexer/extract/body/body.h"
#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Bodies that differ from one another, none without blocks, each with what it leaves out of its
// container. The first is the container with the greatest density, cut by all rules, where that
// has any text. At most 48; work linear in the page for each.
std::vector<Body> find_candidates(const Page& page);

}  // namespace dateline::indexer::page
