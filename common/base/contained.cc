#include "common/base/contained.h"

#include <new>
#include <string>

namespace dateline {

namespace {

Error described(const std::exception& exception) {
  if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr) {
    return {ErrorCode::kNoMemory, "out of memory: the system gave this program no more",
            "stop what else takes memory, or raise the limit that is set for this program "
            "(ulimit -v, a container's)"};
  }
  return {ErrorCode::kInternal, std::string("unexpected: ") + exception.what(), ""};
}

}  // namespace

Error error_of(const std::exception& exception) noexcept {
  try {
    return described(exception);
  } catch (const std::bad_alloc&) {
    return {ErrorCode::kNoMemory, "out of memory", ""};  // short enough to take none
  }
}

}  // namespace dateline
