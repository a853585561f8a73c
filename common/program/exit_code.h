// What both programs owe the shell: exit codes, and an error printed so that a person can act on
// it.
#pragma once

#include <string>

#include "common/base/result.h"

namespace dateline::program {

// The contract's exit codes.
enum class ExitCode : int {
  kDone = 0,
  kCouldNot = 1,
  kUsage = 2,
  kRejectedSome = 3,
  kInterrupted = 130,  // SIGINT
  kTerminated = 143,   // SIGTERM
};

ExitCode exit_code_of(ErrorCode code);

// Prints "PROGRAM: message" and, on a second line, the hint, to standard error (in colour where
// that is wanted, and without what a terminal would obey); returns the exit code.
ExitCode report(const std::string& program, const Error& error);

}  // namespace dateline::program
