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

// Writes a compacted copy beside the index, in DIRECTORY.compact, and puts it in the index's place
// by one rename that exchanges the two (by two renames on file systems that cannot do that); the
// old files go last. Searches that have the index open keep their old files until they reopen.
// Needs the space of a second copy meanwhile. Holds the lock: kLocked while somebody writes. A run
// that dies leaves the index as it was or as it should be; the next one clears up behind it.
//
// kIo where `directory` is a mount point, which cannot be exchanged.
Result<Compaction> compact_index(const std::string& directory);

}  // namespace dateline::indexer
