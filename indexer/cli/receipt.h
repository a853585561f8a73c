// What `remove` hands out: which articles went, when and with which commit, for who asked for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/blocking/blocklist.h"

namespace dateline::indexer::cli {

struct Receipt {
  std::vector<store::Blocked> removed;  // each article that went
  std::vector<store::Blocked> blocked;  // what is kept away since
  std::uint64_t unblocked = 0;          // rows that hold no longer
  std::uint64_t articles = 0;           // in the index, afterwards
  std::uint64_t revision = 0;           // the commit that it is gone from
  std::string time;                     // RFC 3339, in UTC
};

// {"removed":1,"articles":9,"revision":4,"time":"…","ids":["a7"],"blocked":[{"id":"a7","urls":[…]}]}
std::string to_json(const Receipt& receipt);

// The same for people, a line each.
std::string to_text(const Receipt& receipt);

}  // namespace dateline::indexer::cli
