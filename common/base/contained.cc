#include "common/base/contained.h"

#include <new>
#include <string>

namespace dateline {

Error error_of(const std::exception& exception) {
  if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr) {
    return {ErrorCode::kNoMemory, "out of memory: the system gave this program no more",
            "stop what else takes memory, or raise the limit that is set for this program "
            "(ulimit -v, a container's)"};
  }
  return {ErrorCode::kInternal, std::string("unexpected: ") + exception.what(), ""};
}

}  // namespace dateline
