// One state of everything that an IndexReader was asked for.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/store/audience.h"
#include "common/store/blocking/blocklist.h"
#include "common/store/bounds/segment_bounds.h"
#include "common/store/live_filter.h"
#include "common/store/manifest.h"
#include "common/store/remote_place.h"
#include "common/store/shard.h"
#include "common/store/story_merges.h"

namespace dateline::store {

struct Place {
  std::string name;
  std::optional<HostPort> remote;
  Manifest manifest;  // of a local one
  SharedStoryMerges stories = {};
  SharedBlocklist blocked = {};
};

// All parts stand in the order of the places.
struct Snapshot {
  std::vector<Place> places;
  std::vector<Shard> shards;
  Xapian::Database all;
  TombstonesByUuid gone;
  SharedStoryMerges stories = std::make_shared<const StoryMerges>();  // of all places
  std::shared_ptr<const BoundsByUuid> bounds = nullptr;
  std::uint64_t articles = 0;
  std::optional<Audience> audience;  // where the state is as somebody sees it
};

// Makes one database of the shards, and one list of what has gone. Throws Xapian::Error.
void unite(Snapshot& state);

// The newest state of the places; what `before`, which may be null, has open already is taken over.
// Fails as IndexReader::open().
Result<Snapshot> open_snapshot(const std::vector<std::string>& places, const Snapshot* before);

}  // namespace dateline::store
