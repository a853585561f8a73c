#include "common/store/index_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "common/base/directory.h"
#include "common/base/file.h"
#include "common/store/bounds/bounds_format.h"
#include "common/store/columns/columns_format.h"
#include "common/store/segment_lease.h"

namespace dateline::store {
namespace {

constexpr std::size_t kSegmentDigits = 6;

// A Glass database's, ours for checksums, bounds and columns, and Xapian's own temporary version file.
constexpr std::array<std::string_view, 12> kSegmentFiles{
    "iamglass",       "flintlock",      "postlist.glass", "docdata.glass",
    "termlist.glass", "position.glass", "spelling.glass", "synonym.glass",
    "sums",           "v.tmp",          kBoundsFile,      kColumnsFile};
constexpr std::array<std::string_view, 2> kReplacedFiles{"iamglass", "sums"};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "PREFIX12"
bool is_numbered(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) && is_number(name.substr(prefix.size()));
}

// "run3-1": a sorted run of a builder's, until it is merged.
bool is_run(std::string_view name) {
  const std::size_t dash = name.find('-');
  return dash != std::string_view::npos && is_numbered(name.substr(0, dash), "run") &&
         is_number(name.substr(dash + 1));
}

bool is_file_of_segment(std::string_view name) {
  return is_segment_file_name(name) || is_run(name) ||
         std::ranges::any_of(kReplacedFiles, [&](std::string_view replaced) {
           return is_temporary_of(name, replaced);
         });
}

// A database of its own that a builder makes on its way, within the segment.
bool is_part(std::string_view name) { return is_numbered(name, "part"); }

// A segment, or the whole one that a fold takes articles out of.
bool is_segment_directory(std::string_view name) {
  constexpr std::string_view kWhole = ".whole";
  if (name.ends_with(kWhole)) name.remove_suffix(kWhole.size());
  return is_segment_name(name);
}

// A file beside the segments, or one that is to become it.
bool is_file_beside(std::string_view name, std::string_view ending,
                    bool (*is_its_name)(std::string_view)) {
  const std::size_t end = name.find(ending);
  if (end == std::string_view::npos) return false;
  const std::string_view file = name.substr(0, end + ending.size());
  return is_its_name(file) && (name == file || is_temporary_of(name, file));
}

bool is_tombstones_file(std::string_view name) {
  return is_file_beside(name, ".gone", is_tombstones_name);
}

bool is_merges_file(std::string_view name) {
  return is_file_beside(name, ".merged", is_merges_name);
}

bool is_blocklist_file(std::string_view name) {
  return is_file_beside(name, ".list", is_blocklist_name);
}

// Of all segments together, or of one.
bool is_file_of_segments(std::string_view name) {
  return is_tombstones_file(name) || is_merges_file(name) || is_blocklist_file(name);
}

enum class Parts { kMayBeThere, kNone };

bool is_only_segment(const Directory& parent, const std::string& name, Parts parts) {
  const auto segment = parent.child(name);
  const auto names = segment ? segment->names() : failure(segment.error());
  return names && std::ranges::all_of(*names, [&](const std::string& inner) {
           if (parts == Parts::kMayBeThere && is_part(inner)) {
             return is_only_segment(*segment, inner, Parts::kNone);
           }
           return is_file_of_segment(inner) && segment->size_of_regular_file(inner).has_value();
         });
}

bool is_only_segments(const Directory& parent) {
  const auto segments = parent.child("segments");
  const auto names = segments ? segments->names() : failure(segments.error());
  return names && std::ranges::all_of(*names, [&](const std::string& name) {
           if (is_file_of_segments(name)) return segments->size_of_regular_file(name).has_value();
           return is_segment_directory(name) &&
                  is_only_segment(*segments, name, Parts::kMayBeThere);
         });
}

// What a copy was gathering.
bool is_only_gathered(const Directory& parent) {
  const auto pulling = parent.child(std::string(kPullingDirectory));
  const auto names = pulling ? pulling->names() : failure(pulling.error());
  return names && std::ranges::all_of(*names, [&](const std::string& name) {
           if (name == "segments") return is_only_segments(*pulling);
           return name == "XAPIANDB" && pulling->size_of_regular_file(name).has_value();
         });
}

bool is_file_of_index_in_making(std::string_view name) {
  return name == "dateline.lock" || name == kPulledFile || is_temporary_of(name, kPulledFile) ||
         is_temporary_of(name, "XAPIANDB");
}

void discard(const Directory& parent, const std::string& name, Parts parts) {
  const auto segment = parent.child(name);
  const auto names = segment ? segment->names() : failure(segment.error());
  if (!names) return;
  // First: without it nobody takes the rest for a segment.
  segment->remove_file("iamglass");
  for (const std::string& inner : *names) {
    if (parts == Parts::kMayBeThere && is_part(inner)) discard(*segment, inner, Parts::kNone);
    if (is_file_of_segment(inner)) segment->remove_file(inner);
  }
  parent.remove_directory(name);
}

// A link that leads nowhere is there.
bool is_there(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

bool is_named(const Manifest& manifest, const std::string& name) {
  return manifest.stories.file == name || manifest.blocked.file == name ||
         std::ranges::any_of(manifest.segments, [&](const SegmentEntry& entry) {
           return entry.name == name || entry.tombstones == name;
         });
}

void delete_temporaries(const std::string& path) {
  const auto directory = Directory::open(path + "/.");
  const auto names = directory ? directory->names() : failure(directory.error());
  if (!names) return;
  for (const std::string& name : *names) {
    if (is_temporary_of(name, "XAPIANDB") || is_temporary_of(name, "inputs") ||
        is_temporary_of(name, kPulledFile)) {
      directory->remove_file(name);
    }
  }
}

}  // namespace

bool is_segment_name(std::string_view name) {
  return is_number(name) && name.size() >= kSegmentDigits &&
         (name.size() == kSegmentDigits || name.front() != '0');
}

bool is_tombstones_name(std::string_view name) {
  constexpr std::string_view kEnd = ".gone";
  const std::size_t dot = name.find('.');
  return dot != std::string_view::npos && name.ends_with(kEnd) &&
         is_segment_name(name.substr(0, dot)) && dot + 1 < name.size() - kEnd.size() &&
         is_number(name.substr(dot + 1, name.size() - kEnd.size() - dot - 1));
}

bool is_merges_name(std::string_view name) {
  constexpr std::string_view kEnd = ".merged";
  return name.ends_with(kEnd) && is_numbered(name.substr(0, name.size() - kEnd.size()), "stories.");
}

bool is_blocklist_name(std::string_view name) {
  constexpr std::string_view kEnd = ".list";
  return name.ends_with(kEnd) && is_numbered(name.substr(0, name.size() - kEnd.size()), "blocked.");
}

bool is_segment_file_name(std::string_view name) {
  return std::ranges::find(kSegmentFiles, name) != kSegmentFiles.end();
}

bool holds_only_leftovers(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return !error;
  // The index itself may stand behind a link; what is in it may not.
  const auto directory = Directory::open(path + "/.");
  const auto names = directory ? directory->names() : failure(directory.error());
  return names && std::ranges::all_of(*names, [&](const std::string& name) {
           if (name == "segments") return is_only_segments(*directory);
           if (name == kPullingDirectory) return is_only_gathered(*directory);
           return is_file_of_index_in_making(name) &&
                  directory->size_of_regular_file(name).has_value();
         });
}

Status ensure_segments_directory(const std::string& directory) {
  const std::string path = segments_path(directory);
  Status made = make_directories(path);
  if (made && Directory::open(path)) return {};
  if (!made && !is_there(path)) return made;
  return failure(ErrorCode::kCorrupt, path + " is a symbolic link, or no directory",
                 "an index has its segments in itself; make it a link to the whole index instead");
}

void discard_segment(const std::string& segment_path) {
  const std::filesystem::path path(segment_path);
  const auto parent = Directory::open(path.parent_path().string());
  if (parent) discard(*parent, path.filename().string(), Parts::kMayBeThere);
}

void delete_unnamed(const std::string& directory, const Manifest& manifest) {
  delete_temporaries(directory);
  const auto segments = Directory::open(segments_path(directory));
  const auto names = segments ? segments->names() : failure(segments.error());
  if (!names) return;
  for (const std::string& name : *names) {
    if (is_named(manifest, name)) continue;
    if (is_segment_directory(name)) delete_segment(segment_path(directory, name));
    if (is_file_of_segments(name)) segments->remove_file(name);
  }
}

}  // namespace dateline::store
