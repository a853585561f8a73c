// Work that may kill the process that does it, done in another one first.
#pragma once

#include <functional>

namespace dateline::program {

// Does `work` in a child process and throws its results away. True if the child came to the end of
// it; false if it died on the way (a fault, out of memory), took more than five minutes of
// processor time or half an hour, or could not be had. It is the child that is ended first when
// memory is short.
//
// May be called beside other threads, of which the child has none: `work` must not wait for what
// they hold. It has the caller's open files and must not touch them.
bool survives(const std::function<void()>& work);

}  // namespace dateline::program
