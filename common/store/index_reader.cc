#include "common/store/index_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "common/base/directory.h"
#include "common/store/checksums.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/live_filter.h"
#include "common/store/remote_place.h"
#include "common/store/shard.h"
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

struct Place {
  std::string name;
  std::optional<HostPort> remote;
  Manifest manifest;  // of a local one
  SharedStoryMerges stories = {};
  SharedBlocklist blocked = {};
};

// One state of everything that was asked for.
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

void unite_bounds(Snapshot& state) {
  BoundsByUuid bounds;
  for (const Shard& shard : state.shards) {
    if (shard.bounds) bounds.emplace(shard.uuid, shard.bounds);
  }
  state.bounds = bounds.empty() ? nullptr : std::make_shared<const BoundsByUuid>(std::move(bounds));
}

// Makes one database of the shards, and one list of what has gone.
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

struct IndexReader::State {
  std::vector<std::string> names;
  Snapshot snapshot;
  UnseenDocuments unseen = {};
  std::optional<Error> stale_because = {};
};

IndexReader::IndexReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

Result<IndexReader> IndexReader::open(const std::vector<std::string>& places) {
  auto snapshot = Opener(nullptr).open(places);
  if (!snapshot) return failure(snapshot.error());
  return IndexReader(std::make_unique<State>(State{places, std::move(*snapshot)}));
}

Xapian::Database& IndexReader::database() { return state_->snapshot.all; }
const Xapian::Database& IndexReader::database() const { return state_->snapshot.all; }

Result<bool> IndexReader::refresh() {
  bool stale = false;
  for (const Place& place : state_->snapshot.places) {
    if (place.remote) {
      auto reopened = guard("asking " + place.name, [&] { return state_->snapshot.all.reopen(); });
      if (!reopened) return reopened;
      continue;
    }
    const auto manifest = read_manifest(place.name);
    if (!manifest) return failure(manifest.error());
    stale = stale || manifest->generation != place.manifest.generation ||
            manifest->segments != place.manifest.segments;
  }
  if (!stale) return false;
  auto snapshot = Opener(&state_->snapshot).open(state_->names);
  if (!snapshot) return failure(snapshot.error());
  state_->snapshot = std::move(*snapshot);
  return true;
}

Result<bool> IndexReader::refresh_if_possible() {
  auto refreshed = refresh();
  state_->stale_because.reset();
  if (refreshed || !can().tell_of_changes) return refreshed;
  state_->stale_because = refreshed.error();
  return false;
}

const std::optional<Error>& IndexReader::stale_because() const { return state_->stale_because; }

std::uint64_t IndexReader::articles() const { return state_->snapshot.articles; }

std::size_t IndexReader::shards() const { return state_->snapshot.shards.size(); }

const Xapian::Database& IndexReader::shard(std::size_t shard) const {
  return state_->snapshot.shards[shard].db;
}

Xapian::docid IndexReader::document(std::size_t shard, Xapian::docid number) const {
  return document_in_whole(shard, number, shards());
}

SharedTombstones IndexReader::gone(std::size_t shard) const {
  return state_->snapshot.shards[shard].gone;
}

IndexReader IndexReader::seen_by(const Audience& audience) {
  Snapshot seen = state_->snapshot;
  seen.audience = audience;
  for (Shard& shard : seen.shards) {
    if (shard.is_remote()) {
      hide(shard, hidden_query(audience, shard.db));
    } else {
      hide(shard, state_->unseen.of(audience, shard.uuid, shard.db, shard.gone));
    }
  }
  unite(seen);
  return IndexReader(std::make_unique<State>(State{state_->names, std::move(seen)}));
}

bool IndexReader::hides_from(const Audience& audience) {
  const auto& shards = state_->snapshot.shards;
  return std::any_of(shards.begin(), shards.end(), [&](const Shard& shard) {
    if (shard.is_remote()) return !hidden_query(audience, shard.db).empty();
    return state_->unseen.of(audience, shard.uuid, shard.db, shard.gone) != shard.gone;
  });
}

std::string IndexReader::first_barring(const Bar& bar) {
  std::string first;
  for (const Shard& shard : state_->snapshot.shards) {
    std::string one = shard.is_remote()
                          ? store::first_barring(bar, shard.db)
                          : state_->unseen.first_barring_of(bar, shard.uuid, shard.db);
    if (!one.empty() && (first.empty() || one < first)) first = std::move(one);
  }
  return first;
}

IndexReader IndexReader::local_part() const {
  State part{{}, state_->snapshot};
  std::erase_if(part.snapshot.shards, [](const Shard& shard) { return shard.is_remote(); });
  std::erase_if(part.snapshot.places, [](const Place& place) { return place.remote.has_value(); });
  for (const Place& place : part.snapshot.places) part.names.push_back(place.name);
  unite(part.snapshot);
  return IndexReader(std::make_unique<State>(std::move(part)));
}

bool IndexReader::is_live(Xapian::docid document) const {
  const auto& shards = state_->snapshot.shards;
  const auto number = static_cast<std::uint32_t>((document - 1) / shards.size() + 1);
  const Shard& shard = shards[(document - 1) % shards.size()];
  if (!shard.hidden.empty()) return may_see(*state_->snapshot.audience, shard.db, number);
  return !shard.gone || !contains(*shard.gone, number);
}

Xapian::Query IndexReader::live(const Xapian::Query& query) const {
  Xapian::Query live = without_gone(query, state_->snapshot.gone);
  // What is hidden in segments is among what has gone of them; asking for it twice does no harm.
  for (const Shard& shard : state_->snapshot.shards) live = without(live, shard.hidden);
  return live;
}

std::uint64_t IndexReader::count(const std::string& term) const {
  std::uint64_t sum = 0;
  for (const Shard& shard : state_->snapshot.shards) sum += count_live(shard, term);
  return sum;
}

std::uint64_t IndexReader::estimate(const std::string& term) const {
  std::uint64_t sum = 0;
  for (const Shard& shard : state_->snapshot.shards) sum += estimate_live(shard, term);
  return sum;
}

Xapian::docid IndexReader::first(const std::string& term) const {
  const auto& all = state_->snapshot.shards;
  for (const bool with_gone : {false, true}) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if ((all[i].gone != nullptr) != with_gone) continue;
      if (const Xapian::docid number = first_live(all[i], term); number != 0) {
        return document(i, number);
      }
    }
  }
  return 0;
}

bool IndexReader::misreads(const std::string& term) const {
  const auto& shards = state_->snapshot.shards;
  return std::any_of(shards.begin(), shards.end(), [&](const Shard& shard) {
    return shard.has_gaps && shard.db.get_termfreq(term) == shard.db.get_doccount();
  });
}

Capabilities IndexReader::can() const {
  const auto& places = state_->snapshot.places;
  const bool all_local = std::none_of(places.begin(), places.end(),
                                      [](const Place& place) { return place.remote.has_value(); });
  return {all_local, all_local};
}

std::shared_ptr<const SegmentColumns> IndexReader::columns(std::size_t shard) const {
  return state_->snapshot.shards[shard].columns;
}

std::shared_ptr<const BoundsByUuid> IndexReader::bounds() const { return state_->snapshot.bounds; }

const StoryMerges& IndexReader::stories() const { return *state_->snapshot.stories; }

const Blocklist& IndexReader::blocked() const {
  static const Blocklist kNone;
  const auto& places = state_->snapshot.places;
  return places.empty() || !places.front().blocked ? kNone : *places.front().blocked;
}

const Manifest& IndexReader::manifest() const {
  static const Manifest kNone;
  const auto& places = state_->snapshot.places;
  return places.empty() ? kNone : places.front().manifest;
}

}  // namespace dateline::store
