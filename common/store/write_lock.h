// One writer at a time for each index, and a message that says who the other one is. Xapian has a
// lock of its own beneath; it cannot name its holder.
#pragma once

#include <string>

#include "common/base/descriptor.h"
#include "common/base/result.h"

namespace dateline::store {

// Held until destruction; the kernel drops it when the process dies, however it dies.
class WriteLock {
 public:
  // The file that is locked.
  static std::string path(const std::string& directory);

  // Takes the lock of the index in `directory`, which is made if it is not there. kLocked with the
  // holder's process id and start time if somebody has it; kCorrupt where the lock's file is one
  // that has another name too, a link or no file: writing to it would write somewhere else.
  static Result<WriteLock> acquire(const std::string& directory);

  // Keeps writers out, and shares the lock with others who do the same. Writes nothing, and so goes
  // on a medium that cannot be written; where there is no lock file, no writer has been and nothing
  // is held. kLocked and kCorrupt as above.
  static Result<WriteLock> share(const std::string& directory);

 private:
  explicit WriteLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace dateline::store
