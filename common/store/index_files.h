// The names that an index's files bear, and the deletion of what bears them.
//
// A directory that is given as an index may hold other people's files, by mistake or because
// somebody wants them deleted. So nothing is ever deleted as a tree: what goes is what bears a name
// of ours in a place of ours, looked up from the descriptor of the directory above and never
// through a symbolic link. What else lies there stays, and with it the directories that hold it.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/store/manifest.h"

namespace dateline::store {

// Beside the manifest of a copy: where `dateline-index pull` gathers what is to become the next state,
// itself laid out as an index, and what it notes of where the state comes from.
inline constexpr std::string_view kPullingDirectory = "pulling";
inline constexpr std::string_view kPulledFile = "pulled";

// "000007": what segment_name() gives.
bool is_segment_name(std::string_view name);

// "000007.12.gone": the tombstones of a segment as of a commit.
bool is_tombstones_name(std::string_view name);

// "stories.12.merged": the merges of stories as of a commit.
bool is_merges_name(std::string_view name);

// "blocked.12.list": what is kept away as of a commit.
bool is_blocklist_name(std::string_view name);

// "postlist.glass", "sums": what stands in a segment.
bool is_segment_file_name(std::string_view name);

// True if nothing is in `directory`, or nothing but what the making of an index, a backup or a copy that
// was killed leaves behind, down to the files of its segments. A symbolic link is never that.
bool holds_only_leftovers(const std::string& directory);

// Fails with kCorrupt where DIR/segments is a symbolic link or no directory; makes it where nothing
// is there.
Status ensure_segments_directory(const std::string& directory);

// Deletes the files of ours in a segment, half made or whole, and the segment if nothing else is in
// it. Asks nobody whether it is being read: see delete_segment() for that.
void discard_segment(const std::string& segment_path);

// Deletes what bears names of ours in the index and is not named by `manifest`: what a writer that
// died left behind, and segments that were superseded, unless somebody reads them. The caller holds
// the WriteLock, and `manifest` is what the disk has.
void delete_unnamed(const std::string& directory, const Manifest& manifest);

}  // namespace dateline::store
