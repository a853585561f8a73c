// What is wrong with a command line, and what was probably meant: CLI11 tells the first thing that
// it misses, which is seldom the one that was mistyped.
#pragma once

#include "common/base/result.h"

namespace CLI {  // NOLINT(readability-identifier-naming): it is theirs
class App;
class ParseError;
}  // namespace CLI

namespace dateline::program {

// kUsage. `app` has tried to read the command line, and failed with `error`. A verb or an option
// that does not exist is named with the nearest that does.
Error what_is_wrong(const CLI::App& app, const CLI::ParseError& error);

}  // namespace dateline::program
