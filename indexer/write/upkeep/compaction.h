// Folding an index into as few bytes as it needs, while searches go on.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace dateline::indexer {

struct Compaction {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

// Folds all segments into one, without what has gone. Searches that have the index open keep the
// old segments on disk until they look for the newest state. Needs the space of a second copy
// meanwhile. Holds the lock: kLocked while somebody writes. A run that dies leaves the index as it
// was; the next writer clears up behind it.
Result<Compaction> compact_index(const std::string& directory);

}  // namespace dateline::indexer
