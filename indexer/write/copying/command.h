// Another program, run to its end: the seam between what is wanted of rsync and the process that does it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::indexer {

struct Command {
  std::vector<std::string> arguments;  // the program first, found in PATH; no shell sees them
  std::string input;                   // its standard input
  int kept_open = -1;  // a descriptor that it has too, and with it the locks on it; -1: none
};

struct CommandEnd {
  int code = 0;        // as a shell has it: 128 + the signal that ended it
  std::string errors;  // the last 16 KB of its standard error
};

class CommandRunner {
 public:
  virtual ~CommandRunner() = default;

  // Waits for the end. Messages are in English (LC_ALL=C); its standard output is dropped. `stopping`
  // is asked five times a second: where it says so, the program is ended and the answer is
  // kInterrupted. kNotFound where there is no such program; kIo where it cannot be started.
  virtual Result<CommandEnd> run(const Command& command, const std::function<bool()>& stopping) = 0;
};

// Processes of this machine. They end with the process that started them, however it ends. Not
// thread-safe: one at a time.
CommandRunner& real_commands();

}  // namespace dateline::indexer
