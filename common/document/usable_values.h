// Values that a record may state but that no index should have: addresses that lead a reader
// elsewhere than to the web, and dates that no article can have. One article of the year 9999 would
// cost every search from a date on.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/document/article.h"

namespace dateline {

// A value that a record has and that was left out of the article, which is kept.
struct LeftOut {
  std::string field;   // the record's key
  std::string reason;  // for people: what is wrong with the value
};

// Empties what of url, canonical_url, published and modified cannot be used, and tells what that
// was. An address is used if it may_be_visited(); a date from 1600 (newspapers began about 1605) until
// a year after `now`: what is announced or dated ahead is still news. To be called before the
// article's identity is derived.
std::vector<LeftOut> leave_out_unusable(Article& article, std::chrono::sys_seconds now);

}  // namespace dateline
