// Readers and the deletion of segments: whoever reads a segment holds a lease on it, and a writer
// deletes a superseded segment only when nobody does.
//
// A lease is a shared flock(2) on the segment's version file, so it ends with its process, however
// that ends, and needs no permission to write.
#pragma once

#include <string>
#include <utility>

#include "common/base/result.h"

namespace dateline::store {

class SegmentLease {
 public:
  // kNotFound if the segment has gone or is being deleted: read the manifest again. A file system
  // without locks gives a lease that protects nothing.
  static Result<SegmentLease> take(const std::string& segment_path);

  SegmentLease(SegmentLease&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  SegmentLease& operator=(SegmentLease&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  SegmentLease(const SegmentLease&) = delete;
  SegmentLease& operator=(const SegmentLease&) = delete;
  ~SegmentLease();

 private:
  explicit SegmentLease(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Deletes a segment that no manifest names any more, whole or half made, as discard_segment() does.
// False, with nothing done, if somebody reads it or that cannot be told. The caller holds the
// WriteLock.
bool delete_segment(const std::string& segment_path);

}  // namespace dateline::store
