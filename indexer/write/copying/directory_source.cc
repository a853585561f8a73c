// Tested by tests/indexer/write/copying/pull_test.cc and tests/cli/pull_test.py.
#include "indexer/write/copying/directory_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "common/base/file.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

Status write_piece(const Descriptor& file, std::string_view piece, const std::string& path) {
  while (!piece.empty()) {
    const ssize_t count = ::write(file.number(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(io_error("cannot write " + path, errno));
    piece.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

// "segments/000007" of "segments/000007/sums"; empty for what is in no segment.
std::string segment_of(const std::string& name) {
  const std::size_t end = name.rfind('/');
  const std::string directory = end == std::string::npos ? "" : name.substr(0, end);
  return directory == "segments" ? "" : directory;
}

}  // namespace

DirectorySource::DirectorySource(std::string directory, std::function<bool()> stopping)
    : directory_(std::move(directory)), stopping_(std::move(stopping)) {}

Status DirectorySource::fetch(const std::vector<std::string>& names, const std::string& into) {
  if (auto made = make_directories_for(names, into); !made) return made;
  for (const std::string& name : names) {
    // Another state begins, with other segments.
    if (name == "XAPIANDB") leases_.clear();
    if (auto held = hold(segment_of(name)); !held) return held;
    if (auto copied = copy(name, into); !copied) return copied;
  }
  return {};
}

Status DirectorySource::hold(const std::string& segment) {
  if (segment.empty() || leases_.contains(segment)) return {};
  auto lease = store::SegmentLease::take(directory_ + "/" + segment);
  if (!lease) return failure(lease.error());
  leases_.emplace(segment, std::move(*lease));
  return {};
}

Status DirectorySource::copy(const std::string& name, const std::string& into) const {
  const auto from = open_regular_file(directory_ + "/" + name);
  if (!from) return failure(from.error());
  const std::string path = into + "/" + name;
  const Descriptor to(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!to.ok()) return failure(io_error("cannot create " + path, errno));
  std::string piece(kPiece, '\0');
  for (;;) {
    if (stopping_ && stopping_()) return failure(copy_stopped());
    const ssize_t count = ::read(from->number(), piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(io_error("cannot read " + directory_ + "/" + name, errno));
    if (count == 0) return {};
    const std::string_view read(piece.data(), static_cast<std::size_t>(count));
    if (auto written = write_piece(to, read, path); !written) return written;
  }
}

}  // namespace dateline::indexer
