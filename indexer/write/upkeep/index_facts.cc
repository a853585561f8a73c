#include "indexer/write/upkeep/index_facts.h"

#include <filesystem>
#include <system_error>

#include "common/store/index_reader.h"
#include "common/store/manifest.h"

namespace dateline::indexer {
namespace {

std::uint64_t size_of(const std::filesystem::path& path) {
  std::error_code unsized;  // a file that goes while we look has no size
  const auto size = std::filesystem::file_size(path, unsized);
  return unsized ? 0 : size;
}

std::uint64_t bytes_in(const std::string& directory) {
  std::uint64_t bytes = 0;
  std::error_code error;
  std::filesystem::directory_iterator entries(directory, error);
  for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
    bytes += size_of(entries->path());
  }
  return bytes;
}

std::uint64_t bytes_of(const std::string& directory, const store::Manifest& manifest) {
  std::uint64_t bytes = size_of(store::manifest_path(directory));
  for (const store::SegmentEntry& segment : manifest.segments) {
    bytes += bytes_in(store::segment_path(directory, segment.name));
    if (segment.tombstones.empty()) continue;
    bytes += size_of(store::tombstones_path(directory, segment.tombstones));
  }
  if (!manifest.stories.file.empty()) {
    bytes += size_of(store::merges_path(directory, manifest.stories.file));
  }
  if (!manifest.blocked.file.empty()) bytes += manifest.blocked.bytes;
  return bytes;
}

}  // namespace

Result<IndexFacts> index_facts(const std::string& directory) {
  const auto manifest = store::read_manifest(directory);
  if (!manifest) return failure(manifest.error());
  IndexFacts facts;
  facts.articles = manifest->articles();
  facts.segments = manifest->segments.size();
  facts.bytes = bytes_of(directory, *manifest);
  facts.format_version = manifest->format_version;
  facts.revision = manifest->generation;
  facts.updated = manifest->updated;
  return facts;
}

Result<store::Blocklist> blocked_in(const std::string& directory) {
  const auto reader = store::IndexReader::open({directory});
  if (!reader) return failure(reader.error());
  return reader->blocked();
}

}  // namespace dateline::indexer
