#include "common/store/segment_lease.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "common/base/descriptor.h"
#include "common/base/file.h"
#include "common/store/index_files.h"

namespace dateline::store {
namespace {

constexpr int kOpenFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

// Whether a failure of flock(2) comes from a file system that has locks.
bool has_locks(int number) { return number != ENOSYS && number != EOPNOTSUPP && number != EINVAL; }

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
  const Descriptor file(::open(version_file(segment_path).c_str(), kOpenFlags));
  // Without a version file, or with a link in its place, it is no segment that one could read. That
  // it cannot be opened for another reason, such as too many open files, tells nothing.
  if (!file.ok() && errno != ENOENT && errno != ELOOP && errno != ENOTDIR) return false;
  if (file.ok() && ::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && has_locks(errno)) return false;
  discard_segment(segment_path);
  return true;
}

}  // namespace dateline::store
