// A segment's files never change, so one fingerprint each tells any damage to them, also damage
// that no table's own structure shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::store {

// Writes the segment's file of fingerprints ("sums": name, size and XXH3 of each other file, a line
// each) and syncs it.
Status write_checksums(const std::string& segment_path);

// The name of the file that write_checksums() writes.
inline constexpr const char* kChecksumsFile = "sums";

struct ListedFile {
  std::string
      name;  // of a file that segments have (is_segment_file_name()), whoever wrote the list
  std::uint64_t bytes = 0;
};

// What a segment's file of fingerprints names; nothing else of the segment has to be there. kCorrupt where
// it is damaged or names what no segment has.
Result<std::vector<ListedFile>> listed_files(const std::string& segment_path);

// What differs, for people; empty if nothing does. Fails where the files cannot be read. Reads all
// of them.
Result<std::vector<std::string>> check_checksums(const std::string& segment_path);

// The same as a condition, for who is about to copy the segment's articles: kCorrupt with the
// segment's name and what is wrong with it.
Status require_intact(const std::string& segment_path);

// What can be told of a segment before Xapian opens it, without reading its tables: that they are
// regular files, of the sizes that were written, and that the version file, which says where in
// them to begin, is as it was. kCorrupt otherwise.
Status check_before_opening(const std::string& segment_path);

}  // namespace dateline::store
