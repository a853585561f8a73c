// A copy of an index at one moment, taken while searches and writes go on.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace dateline::indexer {

struct Backup {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::uint64_t revision = 0;  // of the state that was copied
};

// Copies the last commit's state of the index in `directory` to `destination`, which does not exist
// or is empty, and syncs it; the manifest is written last, so that what a run that dies leaves
// behind is no index, and the next one there takes its place. Takes no lock: segments do not
// change, and are kept while they are copied; each is checked against its checksums before.
//
// kUsage if there is something else in `destination`, kCorrupt naming a segment that is damaged;
// otherwise fails as store::IndexReader::open does, or with kIo or kNoSpace. A failure leaves
// nothing in `destination`.
Result<Backup> back_up(const std::string& directory, const std::string& destination);

}  // namespace dateline::indexer
