#include "common/store/segment_lease.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

#include "common/base/file.h"
#include "common/store/index_files.h"

namespace dateline::store {
namespace {

// Whether a failure of flock(2) comes from a file system that has locks.
bool has_locks(int number) { return number != ENOSYS && number != EOPNOTSUPP && number != EINVAL; }

std::string version_file(const std::string& segment_path) { return segment_path + "/iamglass"; }

Error gone(const std::string& segment_path) {
  return {ErrorCode::kNotFound, segment_path + " is no longer there", ""};
}

// It may be deleted between its opening and the lock.
bool is_still_there(const Descriptor& file) {
  struct stat facts {};
  return ::fstat(file.number(), &facts) == 0 && facts.st_nlink > 0;
}

}  // namespace

Result<SegmentLease> SegmentLease::unconfirmed(const std::string& segment_path) {
  auto file = open_regular_file(version_file(segment_path));
  if (file && is_still_there(*file)) return SegmentLease(std::move(*file));
  if (file || file.error().code == ErrorCode::kNotFound) return failure(gone(segment_path));
  return failure(file.error());
}

Result<SegmentLease> SegmentLease::take(const std::string& segment_path) {
  auto lease = unconfirmed(segment_path);
  if (!lease) return lease;
  lease->confirm();
  if (!lease->confirmed_) {
    return failure(ErrorCode::kLocked, "another process has locked " + segment_path,
                   "find and stop it: fuser " + version_file(segment_path));
  }
  if (!is_still_there(lease->file_)) return failure(gone(segment_path));
  return lease;
}

void SegmentLease::confirm() {
  confirmed_ =
      confirmed_ || ::flock(file_.number(), LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool delete_segment(const std::string& segment_path) {
  const auto file = open_regular_file(version_file(segment_path));
  // Without a version file, or with a link in its place, it is no segment that one could read. That
  // it cannot be opened for another reason, such as too many open files, tells nothing.
  const bool is_none = !file && (file.error().code == ErrorCode::kNotFound ||
                                 file.error().code == ErrorCode::kCorrupt);
  if (!file && !is_none) return false;
  if (file && ::flock(file->number(), LOCK_EX | LOCK_NB) != 0 && has_locks(errno)) return false;
  discard_segment(segment_path);
  return true;
}

}  // namespace dateline::store
