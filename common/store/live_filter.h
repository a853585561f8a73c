// Keeps what has gone out of answers: a query without the documents that tombstones name.
#pragma once

#include <xapian.h>

#include <map>
#include <memory>
#include <string>

#include "common/store/tombstones.h"

namespace dateline::store {

// By the UUID of the segment: all that a matcher tells a posting source about the shard it is in.
using TombstonesByUuid = std::map<std::string, SharedTombstones>;

// `query` with the same weights, but for the documents that have gone. Where it is run on local and
// remote databases together, nothing of the remote ones has gone.
Xapian::Query without_gone(const Xapian::Query& query, const TombstonesByUuid& gone);

// The posting source of the documents that have gone, for whoever builds queries of his own.
std::unique_ptr<Xapian::PostingSource> gone_source(const TombstonesByUuid& gone);

}  // namespace dateline::store
