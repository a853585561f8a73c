// Running a program and measuring it: time, processor time, peak memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::bench {

struct ChildRun {
  int exit_code = 0;
  double seconds = 0;            // by the wall
  double processor_seconds = 0;  // user and system, all threads
  std::uint64_t peak_memory_bytes = 0;
};

// Runs `command` (program and arguments; found as execvp finds it) in `directory` (empty: here)
// with standard output to the file `output`, and waits. kNotFound if it cannot be started;
// kInternal if a signal ended it.
Result<ChildRun> run_child(const std::vector<std::string>& command, const std::string& output,
                           const std::string& directory = {});

}  // namespace dateline::bench
