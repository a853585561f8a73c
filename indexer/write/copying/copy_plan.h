// Which files of an index become which files of its copy.
//
// A copy of an index has its files under their own names, so that both are the same byte for byte. Only
// where the copy has gone its own way (somebody added to it, or its source was made anew) may a name be
// taken by something else. Names of segments, tombstones and the like are never used twice in an index,
// for readers that are behind would take one for the other: so what arrives gets a new name then, and is
// known again by what is in it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/store/manifest.h"

namespace dateline::indexer {

// What is known of the two, before the tables themselves are copied.
struct CopyFacts {
  store::Manifest source;
  std::optional<store::Manifest> mine;              // nullopt: there is no index yet
  std::map<std::string, std::string> source_lists;  // the file of fingerprints of each segment
  std::map<std::string, std::string> my_lists;
  // Whether a file beside the segments of the source is what one of mine is.
  std::function<bool(const std::string& source, const std::string& mine)> is_same;
};

struct NamedCopy {
  std::string from;  // in the source
  std::string to;    // in the copy

  bool operator==(const NamedCopy&) const = default;
};

struct CopyPlan {
  std::vector<NamedCopy> segments;  // to be copied; others are there
  std::vector<NamedCopy> files;     // beside the segments, to be copied
  store::Manifest manifest;         // of the copy, when it is done
  bool is_byte_for_byte = false;    // ... which is then the source's
  bool is_done = false;             // nothing is to be copied, and the manifest says what mine does
  bool has_others = false;          // mine has segments that the source has not
};

CopyPlan plan_copy(const CopyFacts& facts);

}  // namespace dateline::indexer
