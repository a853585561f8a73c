#include "indexer/write/upkeep/backup.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "common/base/file.h"
#include "common/store/index_reader.h"
#include "common/store/manifest.h"
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
  std::error_code error;
  fs::create_directories(to, error);
  if (error) return failure(io_error("cannot make the directory " + to, error.value()));
  const auto names = real_files().list(from);
  if (!names) return failure(names.error());
  for (const std::string& name : *names) {
    auto copied = copy_file(fmt::format("{}/{}", from, name), fmt::format("{}/{}", to, name));
    if (!copied) return copied;
  }
  return sync_files(to);
}

Status check_is_free(const std::string& destination) {
  std::error_code error;
  if (!fs::exists(destination, error)) return {};
  if (fs::is_directory(destination, error) && fs::is_empty(destination, error)) return {};
  return failure(ErrorCode::kUsage, destination + " is there already, and not empty",
                 "name a directory that is not there yet");
}

}  // namespace

Result<Backup> back_up(const std::string& directory, const std::string& destination) {
  if (auto is_free = check_is_free(destination); !is_free) return failure(is_free.error());
  // Holds leases on all segments until the end.
  const auto reader = store::IndexReader::open({directory});
  if (!reader) return failure(reader.error());
  const store::Manifest& manifest = reader->manifest();
  for (std::size_t i = 0; i < manifest.segments.size(); ++i) {
    const store::SegmentEntry& segment = manifest.segments[i];
    auto copied = copy_segment(store::segment_path(directory, segment.name),
                               store::segment_path(destination, segment.name));
    if (copied && !segment.tombstones.empty()) {
      // From memory: a writer may have replaced the file meanwhile.
      copied = store::write_tombstones(store::tombstones_path(destination, segment.tombstones),
                                       *reader->gone(i));
    }
    if (!copied) return failure(copied.error());
  }
  std::error_code error;
  fs::create_directories(store::segments_path(destination), error);
  if (error) return failure(io_error("cannot make the directory " + destination, error.value()));
  if (auto synced = sync_path(store::segments_path(destination)); !synced) {
    return failure(synced.error());
  }
  if (auto written = store::write_manifest(destination, manifest); !written) {
    return failure(written.error());
  }
  const auto facts = index_facts(destination);
  if (!facts) return failure(facts.error());
  return Backup{facts->articles, facts->bytes, facts->revision};
}

}  // namespace dateline::indexer
