// One writer at a time for each index, and a message that says who the other one is. Xapian has a
// lock of its own beneath; it cannot name its holder.
#pragma once

#include <string>

#include "common/base/result.h"

namespace dateline::store {

// Held from acquire() to destruction; the kernel drops it when the process dies, however it dies.
class WriteLock {
 public:
  // Takes the lock of the index in `directory`, which is made if it is not there. kLocked with the
  // holder's process id and start time if somebody has it.
  static Result<WriteLock> acquire(const std::string& directory);

  WriteLock(WriteLock&& other) noexcept;
  WriteLock& operator=(WriteLock&& other) noexcept;
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;
  ~WriteLock();

 private:
  explicit WriteLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace dateline::store
