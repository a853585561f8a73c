#include "common/store/opening/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/base/directory.h"
#include "common/store/checksums.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/shard_opening.h"
#include "common/store/tombstones.h"

namespace dateline::store {
namespace {

// A writer may delete a segment between our reading of the manifest and our taking the lease. It
// commits before it deletes, so the next reading of the manifest no longer names that segment.
constexpr int kMostOvertaken = 20;

Result<SharedStoryMerges> merges_in(const std::string& directory, const MergesEntry& entry) {
  if (entry.file.empty()) return std::make_shared<const StoryMerges>();
  auto merges = read_story_merges(merges_path(directory, entry.file), entry.merges);
  if (!merges) return failure(merges.error());
  return std::make_shared<const StoryMerges>(std::move(*merges));
}

Result<SharedBlocklist> blocklist_in(const std::string& directory, const BlockedEntry& entry) {
  if (entry.file.empty()) return std::make_shared<const Blocklist>();
  auto list = read_blocklist(blocklist_path(directory, entry.file), entry.bytes);
  if (!list) return failure(list.error());
  return std::make_shared<const Blocklist>(std::move(*list));
}

void unite_bounds(Snapshot& state) {
  BoundsByUuid bounds;
  for (const Shard& shard : state.shards) {
    if (shard.bounds) bounds.emplace(shard.uuid, shard.bounds);
  }
  state.bounds = bounds.empty() ? nullptr : std::make_shared<const BoundsByUuid>(std::move(bounds));
}

void unite_stories(Snapshot& state) {
  for (const Place& place : state.places) {
    if (!place.stories || place.stories->empty()) continue;
    state.stories =
        state.stories->empty()
            ? place.stories
            : std::make_shared<const StoryMerges>(state.stories->with(place.stories->list()));
  }
}

const Shard* find_shard(const std::vector<Shard>& shards, const std::string& path,
                        const std::string& tombstones_file) {
  const auto found = std::find_if(shards.begin(), shards.end(), [&](const Shard& shard) {
    return shard.path == path && shard.tombstones_file == tombstones_file && !path.empty();
  });
  return found == shards.end() ? nullptr : &*found;
}

class Opener {
 public:
  explicit Opener(const Snapshot* before) : before_(before) {}

  Result<Snapshot> open(const std::vector<std::string>& places) {
    for (const std::string& place : places) {
      const auto remote = remote_place(place);
      auto added = remote ? add_remote(place, *remote) : add_local(place);
      if (!added) return failure(added.error());
    }
    auto united = guard("opening the index", [&] { unite(now_); });
    if (!united) return failure(united.error());
    unite_stories(now_);
    return std::move(now_);
  }

 private:
  Status add_remote(const std::string& place, const HostPort& remote) {
    auto shard = open_remote(remote, place);
    if (!shard) return failure(shard.error());
    now_.places.push_back({place, remote, {}, {}});
    now_.shards.push_back(std::move(*shard));
    return {};
  }

  Status add_local(const std::string& directory) {
    const std::size_t shards = now_.shards.size();
    Error last;
    std::optional<std::uint64_t> generation_before;
    for (int i = 0; i < kMostOvertaken; ++i) {
      auto manifest = read_manifest(directory);
      if (!manifest) return failure(manifest.error());
      // A writer deletes what its manifest no longer names: what the same manifest names twice is
      // locked by somebody else, who is no reason not to read.
      const bool is_same = generation_before == manifest->generation;
      generation_before = manifest->generation;
      auto added =
          add_segments(directory, *manifest, is_same ? Locked::kStranger : Locked::kDeletion);
      auto stories = added ? stories_of(directory, manifest->stories) : failure(added.error());
      auto blocked =
          stories ? blocklist_in(directory, manifest->blocked) : failure(stories.error());
      if (blocked) {
        now_.places.push_back({directory, std::nullopt, std::move(*manifest), std::move(*stories),
                               std::move(*blocked)});
        return {};
      }
      now_.shards.resize(shards);
      last = blocked.error();
      if (!may_be_overtaken(last)) break;
    }
    if (!may_be_overtaken(last)) return failure(last);
    return failure(ErrorCode::kCorrupt, directory + " lacks a file: " + last.message,
                   "restore a backup, or index the articles into a new directory");
  }

  // A file is never written twice: what is known of it is not read again.
  Result<SharedStoryMerges> stories_of(const std::string& directory, const MergesEntry& entry) {
    for (std::size_t i = 0; before_ != nullptr && i < before_->places.size(); ++i) {
      const Place& place = before_->places[i];
      if (place.name == directory && place.manifest.stories == entry) return place.stories;
    }
    return merges_in(directory, entry);
  }

  static bool may_be_overtaken(const Error& error) {
    return error.code == ErrorCode::kNotFound || error.code == ErrorCode::kLocked;
  }

  Status add_segments(const std::string& directory, const Manifest& manifest, Locked locked) {
    const auto segments = Directory::open(segments_path(directory));
    if (!segments && !manifest.segments.empty()) return failure(segments.error());
    for (const SegmentEntry& segment : manifest.segments) {
      const std::string path = segment_path(directory, segment.name);
      const Shard* known =
          before_ == nullptr ? nullptr : find_shard(before_->shards, path, segment.tombstones);
      if (known != nullptr) {
        known->lease->confirm();
        now_.shards.push_back(*known);
        continue;
      }
      auto shard = open_segment(directory, segment, locked);
      if (!shard) return failure(shard.error());
      merge_or_add(std::move(*shard));
    }
    return {};
  }

  // Copies of one index, as a backup is, have segments in common: what either has counts.
  void merge_or_add(Shard shard) {
    const auto twin = std::find_if(now_.shards.begin(), now_.shards.end(),
                                   [&](const Shard& other) { return other.uuid == shard.uuid; });
    if (twin == now_.shards.end()) {
      now_.shards.push_back(std::move(shard));
      return;
    }
    auto both = std::make_shared<Tombstones>();
    if (twin->gone && shard.gone) {
      std::set_intersection(twin->gone->begin(), twin->gone->end(), shard.gone->begin(),
                            shard.gone->end(), std::back_inserter(*both));
    }
    twin->articles = twin->articles + (twin->gone ? twin->gone->size() : 0) - both->size();
    twin->gone = both->empty() ? nullptr : SharedTombstones(std::move(both));
    twin->path.clear();  // never to be taken over for one place alone
  }

  const Snapshot* before_;
  Snapshot now_;
};

}  // namespace

void unite(Snapshot& state) {
  state.all = Xapian::Database();
  state.gone.clear();
  state.articles = 0;
  // Xapian refuses to search a database of nothing at all.
  if (state.shards.empty()) {
    state.all.add_database(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY));
  }
  for (const Shard& shard : state.shards) {
    state.all.add_database(shard.db);
    state.articles += shard.articles;
    if (shard.gone) state.gone[shard.uuid] = shard.gone;
  }
  unite_bounds(state);
}

Result<Snapshot> open_snapshot(const std::vector<std::string>& places, const Snapshot* before) {
  return Opener(before).open(places);
}

}  // namespace dateline::store
