#include "common/store/segment_lease.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "common/base/file.h"

namespace dateline::store {
namespace {

std::string version_file(const std::string& segment_path) { return segment_path + "/iamglass"; }

Error gone(const std::string& segment_path) {
  return {ErrorCode::kNotFound, segment_path + " is no longer there", ""};
}

}  // namespace

Result<SegmentLease> SegmentLease::take(const std::string& segment_path) {
  const std::string path = version_file(segment_path);
  SegmentLease lease(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (lease.descriptor_ < 0) {
    if (errno == ENOENT) return failure(gone(segment_path));
    return failure(io_error("cannot open " + path, errno));
  }
  if (::flock(lease.descriptor_, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return failure(gone(segment_path));
  }
  // It may have been deleted between the two calls above.
  struct stat facts {};
  if (::fstat(lease.descriptor_, &facts) != 0 || facts.st_nlink == 0) {
    return failure(gone(segment_path));
  }
  return lease;
}

SegmentLease::~SegmentLease() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool delete_segment(const std::string& segment_path) {
  const std::string path = version_file(segment_path);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(descriptor);
    return false;
  }
  // The version file first: without it nobody takes the rest for a segment.
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  std::filesystem::remove_all(segment_path, ignored);
  if (descriptor >= 0) ::close(descriptor);
  return true;
}

}  // namespace dateline::store
