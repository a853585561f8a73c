#include "common/store/shard_opening.h"

#include <xapian.h>

#include <memory>
#include <utility>

#include "common/store/checksums.h"
#include "common/store/guard.h"
#include "common/store/index.h"
#include "common/store/segment_lease.h"

namespace dateline::store {
namespace {

constexpr unsigned kRemoteTimeoutMs = 10'000;

Result<SharedTombstones> gone_of(const std::string& directory, const SegmentEntry& segment) {
  if (segment.tombstones.empty()) return SharedTombstones();
  auto gone = read_tombstones(tombstones_path(directory, segment.tombstones), segment.gone);
  if (!gone) return failure(gone.error());
  return std::make_shared<const Tombstones>(std::move(*gone));
}

}  // namespace

Result<Shard> open_remote(const HostPort& remote, const std::string& place) {
  Shard shard;
  auto opened = guard("connecting to " + place, [&]() -> Status {
    shard.db = Xapian::Remote::open(remote.host, remote.port, kRemoteTimeoutMs, kRemoteTimeoutMs);
    shard.articles = shard.db.get_doccount();
    // Segments below one server have their metadata each; an empty index has none to show.
    if (shard.articles == 0) return {};
    return check_format(shard.db, place);
  });
  if (!opened) return failure(opened.error());
  return shard;
}

Result<Shard> open_segment(const std::string& directory, const SegmentEntry& segment,
                           Locked locked) {
  Shard shard;
  shard.path = segment_path(directory, segment.name);
  auto lease = SegmentLease::take(shard.path);
  if (!lease && lease.error().code == ErrorCode::kLocked && locked == Locked::kStranger) {
    lease = SegmentLease::unconfirmed(shard.path);
  }
  if (!lease) return failure(lease.error());
  shard.lease = std::make_shared<SegmentLease>(std::move(*lease));
  if (auto sound = check_before_opening(shard.path); !sound) return failure(sound.error());
  auto bounds = SegmentBounds::open(shard.path);
  if (!bounds) return failure(bounds.error());
  shard.bounds = std::move(*bounds);
  auto columns = SegmentColumns::open(shard.path);
  if (!columns) return failure(columns.error());
  shard.columns = std::move(*columns);
  auto gone = gone_of(directory, segment);
  if (!gone) return failure(gone.error());
  shard.gone = std::move(*gone);
  shard.tombstones_file = segment.tombstones;
  shard.articles = segment.articles();
  auto opened = guard("opening " + shard.path, [&] {
    shard.db = Xapian::Database(shard.path);
    shard.uuid = shard.db.get_uuid();
    shard.has_gaps = shard.db.get_lastdocid() != shard.db.get_doccount();
  });
  if (!opened) return failure(opened.error());
  return shard;
}

}  // namespace dateline::store
