// Files that arrive below directories, each told once it is complete.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::indexer::watching {

// Used by one thread. What is there at the beginning arrives too, so that nothing is missed between
// two runs. Hidden files and what walks pass over (InputList) never arrive.
class Arrivals {
 public:
  // Of one call no more files are told; the next call has the others.
  static constexpr std::size_t kMostAtOnce = 5000;

  virtual ~Arrivals() = default;

  // Files that are complete, none of them in a state that was told before; waits for the first of
  // them, but no longer than `patience`, and no longer than until a signal comes. May be empty.
  virtual Result<std::vector<std::string>> wait(std::chrono::milliseconds patience) = 0;

  // What somebody who looks after the program should hear; mostly empty.
  virtual std::string take_notice() = 0;
};

// By inotify: a file is complete when whoever writes it closes it, or when it is moved to where it is
// found. kIo where the system has no more watches to give (fs.inotify.max_user_watches: one a
// directory). Where events come faster than they are read, so that some are lost, all is looked
// through again, and take_notice() says so.
Result<std::unique_ptr<Arrivals>> watch_by_events(std::vector<std::string> directories);

// By looking every `interval`, for file systems that tell nothing: a file is complete when it was
// the same twice and has not changed for two seconds.
Result<std::unique_ptr<Arrivals>> watch_by_looking(std::vector<std::string> directories,
                                                   std::chrono::milliseconds interval);

}  // namespace dateline::indexer::watching
