#include "common/store/index_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/store/guard.h"
#include "common/store/live_filter.h"
#include "common/store/opening/snapshot.h"

namespace dateline::store {

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
  auto snapshot = open_snapshot(places, nullptr);
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
  auto snapshot = open_snapshot(state_->names, &state_->snapshot);
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

std::unique_ptr<Xapian::PostingSource> IndexReader::gone_source() const {
  return store::gone_source(state_->snapshot.gone);
}

std::vector<std::string> IndexReader::segment_paths() const {
  std::vector<std::string> paths;
  for (const Shard& shard : state_->snapshot.shards) paths.push_back(shard.path);
  return paths;
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
