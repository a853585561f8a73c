// A segment's files never change, so one fingerprint each tells any damage to them, also damage
// that no table's own structure shows.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::store {

// Writes the segment's file of fingerprints ("sums": name, size and XXH3 of each other file, a line
// each) and syncs it.
Status write_checksums(const std::string& segment_path);

// What differs, for people; empty if nothing does. Fails where the files cannot be read.
Result<std::vector<std::string>> check_checksums(const std::string& segment_path);

}  // namespace dateline::store
