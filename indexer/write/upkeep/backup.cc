#include "indexer/write/upkeep/backup.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "common/base/file.h"
#include "common/store/checksums.h"
#include "common/store/index_files.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
#include "common/store/tombstones.h"
#include "common/store/write_lock.h"
#include "indexer/write/upkeep/index_facts.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

Status copy_file(const std::string& from, const std::string& to) {
  std::error_code error;
  fs::copy_file(from, to, error);
  if (error) return failure(io_error("cannot copy to " + to, error.value()));
  return {};
}

Status copy_segment(const std::string& from, const std::string& to) {
  if (auto intact = store::require_intact(from); !intact) return intact;
  if (auto made = make_directories(to); !made) return made;
  const auto names = real_files().list(from);
  if (!names) return failure(names.error());
  for (const std::string& name : *names) {
    auto copied = copy_file(fmt::format("{}/{}", from, name), fmt::format("{}/{}", to, name));
    if (!copied) return copied;
  }
  return sync_files(to);
}

// What a backup that was killed has left there is no hindrance.
Status check_is_free(const std::string& destination) {
  if (store::holds_only_leftovers(destination)) return {};
  return failure(ErrorCode::kUsage, destination + " is there already, and not empty",
                 "name a directory that is not there yet");
}

Status copy_state(const std::string& directory, const store::IndexReader& reader,
                  const std::string& destination) {
  const store::Manifest& manifest = reader.manifest();
  if (auto made = make_directories(store::segments_path(destination)); !made) return made;
  for (std::size_t i = 0; i < manifest.segments.size(); ++i) {
    const store::SegmentEntry& segment = manifest.segments[i];
    auto copied = copy_segment(store::segment_path(directory, segment.name),
                               store::segment_path(destination, segment.name));
    if (copied && !segment.tombstones.empty()) {
      // From memory: a writer may have replaced the file meanwhile.
      copied = store::write_tombstones(store::tombstones_path(destination, segment.tombstones),
                                       *reader.gone(i));
    }
    if (!copied) return copied;
  }
  if (!manifest.stories.file.empty()) {
    const std::string path = store::merges_path(destination, manifest.stories.file);
    if (auto copied = store::write_story_merges(path, reader.stories()); !copied) return copied;
  }
  if (!manifest.blocked.file.empty()) {
    const auto text = store::encode_blocklist(reader.blocked());
    if (!text) return failure(text.error());
    const std::string path = store::blocklist_path(destination, manifest.blocked.file);
    if (auto copied = replace_file(path, *text); !copied) return copied;
  }
  return store::write_manifest(destination, manifest);
}

// Without the manifest, if that was written, nobody takes the rest for an index.
void take_back(const std::string& destination) {
  std::error_code ignored;
  fs::remove(store::manifest_path(destination), ignored);
  store::delete_unnamed(destination, {});
  fs::remove(store::segments_path(destination), ignored);
}

}  // namespace

Result<Backup> back_up(const std::string& directory, const std::string& destination) {
  // Holds leases on all segments until the end.
  const auto reader = store::IndexReader::open({directory});
  if (!reader) return failure(reader.error());
  std::error_code ignored;
  const bool was_there = fs::exists(destination, ignored);
  if (auto is_free = check_is_free(destination); !is_free) return failure(is_free.error());
  // Against another backup to the same place.
  const auto lock = store::WriteLock::acquire(destination);
  if (!lock) {
    if (!was_there) fs::remove(destination, ignored);  // unless another's backup is in it
    return failure(lock.error());
  }
  store::delete_unnamed(destination, {});
  const Status copied = copy_state(directory, *reader, destination);
  if (!copied) take_back(destination);
  fs::remove(store::WriteLock::path(destination), ignored);
  if (!copied && !was_there) fs::remove(destination, ignored);
  if (!copied) return failure(copied.error());
  const auto facts = index_facts(destination);
  if (!facts) return failure(facts.error());
  return Backup{facts->articles, facts->bytes, facts->revision};
}

}  // namespace dateline::indexer
