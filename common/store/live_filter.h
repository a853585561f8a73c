// Keeps what has gone out of answers: a query without the documents that tombstones name.
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "common/store/tombstones.h"

namespace dateline::store {

// By the UUID of the segment: all that a matcher tells a posting source about the shard it is in.
using TombstonesByUuid = std::map<std::string, SharedTombstones>;

// `query` with the same weights, but for the documents that have gone. Where it is run on local and
// remote databases together, nothing of the remote ones has gone.
Xapian::Query without_gone(const Xapian::Query& query, const TombstonesByUuid& gone);

}  // namespace dateline::store
