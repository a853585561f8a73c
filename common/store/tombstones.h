// The documents of one segment that count no longer: replaced by newer ones or removed. A segment's
// files never change, so what has gone is written down beside them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::store {

// Document numbers within the segment, strictly ascending.
using Tombstones = std::vector<std::uint32_t>;

// Shared between a reader and the queries that it has running; null where nothing has gone.
using SharedTombstones = std::shared_ptr<const Tombstones>;

bool contains(const Tombstones& tombstones, std::uint32_t document);

// The first number at or after `document` that has not gone. A run of any length is one step: what
// a site has put in at once is what it replaces at once.
std::uint32_t not_gone(const Tombstones& tombstones, std::uint32_t document);

// Ascending and without doubles, whatever they were.
Tombstones united(Tombstones a, const Tombstones& b);

// A file of its own for each state of a segment; it ends in a checksum. kCorrupt if the file is
// damaged or has another number of documents than `count`, which the manifest tells: a file whose
// size cannot be right is not read. kNotFound or kIo if it cannot be read.
Status write_tombstones(const std::string& path, const Tombstones& tombstones);
Result<Tombstones> read_tombstones(const std::string& path, std::uint64_t count);

}  // namespace dateline::store
