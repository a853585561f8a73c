// Writing a corpus out: one article in memory at a time.
#pragma once

#include "common/base/result.h"
#include "corpus/generator/options.h"

namespace dateline::corpus {

// Does what the command line says. Stops early, and well, when the reader of standard output has
// gone; stops with kInterrupted after SIGINT or SIGTERM (common/program/signals.h).
Status emit(const CommandLine& line);

}  // namespace dateline::corpus
