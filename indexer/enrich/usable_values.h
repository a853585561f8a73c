// Values that a record may state but that no index should have: addresses that lead a reader
// elsewhere than to the web, and dates that no article can have. One article of the year 9999 would
// cost every search from a date on.
#pragma once

#include <chrono>
#include <vector>

#include "common/document/article.h"
#include "indexer/input/rejection.h"

namespace dateline::indexer {

// Empties what of url, canonical_url, published and modified cannot be used, and tells what that
// was. An address is used if it may_be_visited(); a date from 1600 (newspapers began about 1605) until
// a year after `now`: what is announced or dated ahead is still news. To be called before the
// article's identity is derived.
std::vector<LeftOut> leave_out_unusable(Article& article, std::chrono::sys_seconds now);

}  // namespace dateline::indexer
