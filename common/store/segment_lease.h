// Readers and the deletion of segments: whoever reads a segment holds a lease on it, and a writer
// deletes a superseded segment only when nobody does.
//
// A lease is a shared flock(2) on the segment's version file, so it ends with its process, however
// that ends, and needs no permission to write.
#pragma once

#include <string>
#include <utility>

#include "common/base/descriptor.h"
#include "common/base/result.h"

namespace dateline::store {

class SegmentLease {
 public:
  // kNotFound if the segment has gone; kLocked if somebody else has it for himself, as a writer has
  // that deletes it: read the manifest again. A file system without locks gives a lease that
  // protects nothing.
  static Result<SegmentLease> take(const std::string& segment_path);

  // A lease on a segment that another process than a writer has locked for itself, which any reader
  // can do: it protects nothing until confirm() gets the lock.
  static Result<SegmentLease> unconfirmed(const std::string& segment_path);

  // Tries for the lock, unless it is held already.
  void confirm();

 private:
  explicit SegmentLease(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
  bool confirmed_ = false;
};

// Deletes a segment that no manifest names any more, whole or half made, as discard_segment() does.
// False, with nothing done, if somebody reads it or that cannot be told. The caller holds the
// WriteLock.
bool delete_segment(const std::string& segment_path);

}  // namespace dateline::store
