// One segment, or what one remote server serves: a part of an open index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>

#include "common/store/bounds/segment_bounds.h"
#include "common/store/columns/segment_columns.h"
#include "common/store/segment_lease.h"
#include "common/store/tombstones.h"

namespace dateline::store {

// A database whose files stay while it is open.
struct Shard {
  Xapian::Database db;
  std::string uuid;  // empty for a remote one
  std::uint64_t articles = 0;
  SharedTombstones gone;                          // null: nothing
  bool has_gaps = false;                          // among a segment's document numbers
  std::shared_ptr<const SegmentBounds> bounds;    // null where it has none
  std::shared_ptr<const SegmentColumns> columns;  // null where it has none
  std::string path;                               // the segment's; empty for a remote one
  std::string tombstones_file;
  std::shared_ptr<SegmentLease> lease;
  Xapian::Query hidden;  // what a remote one has that its asker may not see; empty: nothing

  bool is_remote() const { return uuid.empty(); }
};

// `query` without the documents that `hidden`, which may be empty, finds.
Xapian::Query without(const Xapian::Query& query, const Xapian::Query& hidden);

// Lets a segment's documents count no longer but for those that `unseen`, what has gone among it,
// leaves; or those of a remote shard but for those that `hidden` leaves. Throws Xapian::Error, as
// all these do.
void hide(Shard& shard, SharedTombstones unseen);
void hide(Shard& shard, Xapian::Query hidden);

// How many documents of the shard have the term and count, and the first one of them (0: none).
// The estimate is exact for a term in few documents; for one in many that some have gone of, it
// supposes that as large a part of them has gone as of all.
std::uint64_t count_live(const Shard& shard, const std::string& term);
std::uint64_t estimate_live(const Shard& shard, const std::string& term);
Xapian::docid first_live(const Shard& shard, const std::string& term);

}  // namespace dateline::store
