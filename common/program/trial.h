// Work that may kill the process that does it, done in another one first.
#pragma once

#include <chrono>
#include <functional>

namespace dateline::program {

// After how long without any use of the processor a child is taken to wait for ever.
inline constexpr std::chrono::milliseconds kStandstill = std::chrono::seconds(10);

// Does `work` in a child process and throws its results away. True if the child came to the end of
// it; false if it died on the way (a fault, out of memory), took more than five minutes of
// processor time or half an hour, or could not be had. It is the child that is ended first when
// memory is short.
//
// May be called beside other threads, of which the child has none: `work` must not wait for what
// they hold. Not all of that is ours to see (clang 14's address sanitizer has a lock around its
// heap that a fork leaves as it is), so a child that stands still is ended and another one begun,
// twice at most; false if that stands still too. It has the caller's open files and must not touch
// them.
bool survives(const std::function<void()>& work,
              std::chrono::milliseconds standstill = kStandstill);

}  // namespace dateline::program
