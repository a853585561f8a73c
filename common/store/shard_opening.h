// How a part of an index is opened, see shard.h.
#pragma once

#include <string>

#include "common/base/result.h"
#include "common/store/manifest.h"
#include "common/store/remote_place.h"
#include "common/store/shard.h"

namespace dateline::store {

// What a lock in the way of a lease is taken for: that of a writer that is about to delete the
// segment, or that of somebody who is no reason not to read.
enum class Locked { kDeletion, kStranger };

// A segment of the index in `directory`. kLocked where it may be about to be deleted, kNotFound where
// it has been; kCorrupt or kIo where it cannot be read.
Result<Shard> open_segment(const std::string& directory, const SegmentEntry& segment,
                           Locked locked);

// What the server at `remote` serves; `place` is what errors call it.
Result<Shard> open_remote(const HostPort& remote, const std::string& place);

}  // namespace dateline::store
