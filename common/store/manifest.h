// Which segments make up an index, and what of them counts: the one file whose replacement is a
// commit.
//
// The file is DIR/XAPIANDB, a stub database of Xapian's: its tools open DIR and see the segments as
// one database. What they do not know stands in comment lines:
//
//   # An index of Dateline's …
//   #dateline format=2 generation=7 next=4 updated=2026-01-06T08:40:00Z
//   #segment 000002 documents=51234 gone=12 tombstones=000002.7.gone
//   glass segments/000002
//   #segment 000003 documents=300 gone=0 tombstones=
//   glass segments/000003
//   #stories merges=31 file=stories.7.merged
//   #blocked bytes=120 file=blocked.7.list
//   #sum 0123456789abcdef0123456789abcdef
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::store {

struct SegmentEntry {
  std::string name;             // segment_name(), ascending with age; a directory in DIR/segments
  std::uint64_t documents = 0;  // with those that have gone
  std::uint64_t gone = 0;
  std::string tombstones;  // a file in DIR/segments; empty where nothing has gone

  std::uint64_t articles() const { return documents - gone; }
  bool operator==(const SegmentEntry&) const = default;
};

// Stories that turned out to be one (story_merges.h).
struct MergesEntry {
  std::uint64_t merges = 0;
  std::string file;  // in DIR/segments; empty where there are none

  bool operator==(const MergesEntry&) const = default;
};

// What is to stay away when it comes again (blocking/blocklist.h).
struct BlockedEntry {
  std::uint64_t bytes = 0;
  std::string file;  // in DIR/segments; empty where nothing is

  bool operator==(const BlockedEntry&) const = default;
};

struct Manifest {
  int format_version = 0;
  std::uint64_t generation = 0;        // grows by one with each commit
  std::uint64_t next_segment = 1;      // number that no segment has had yet
  std::string updated;                 // RFC 3339 in UTC; empty before the first commit of articles
  std::vector<SegmentEntry> segments;  // oldest first
  MergesEntry stories = {};
  BlockedEntry blocked = {};

  std::uint64_t articles() const;
};

// The paths of an index's parts.
std::string manifest_path(const std::string& directory);
std::string segments_path(const std::string& directory);
std::string segment_path(const std::string& directory, const std::string& segment);
std::string tombstones_path(const std::string& directory, const std::string& file);
std::string merges_path(const std::string& directory, const std::string& file);
std::string blocklist_path(const std::string& directory, const std::string& file);

// "000007" for 7: names sort as numbers do, up to a million of them.
std::string segment_name(std::uint64_t number);

// kNotFound where there is no index, kCorrupt for a damaged file or one that names what no writer
// names (segments twice, or with the number that the next one will have), kUsage for a stub or a
// database that is not ours, kVersion for an index of another version.
Result<Manifest> read_manifest(const std::string& directory);

// Replaces the file as a whole and syncs it: on success, and not before, the commit is made. Where
// it fails, readers may see either state, and what belongs to either has to stay. What the manifest
// names is synced before, with the directory that holds it.
Status write_manifest(const std::string& directory, const Manifest& manifest);

// The file's text, and a text's manifest; `place` names it in messages.
std::string encode_manifest(const Manifest& manifest);
Result<Manifest> decode_manifest(const std::string& text, const std::string& place);

}  // namespace dateline::store
