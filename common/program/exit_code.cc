#include "common/program/exit_code.h"

#include <fmt/format.h>

#include <cstdio>

#include "common/program/terminal.h"

namespace dateline::program {

ExitCode exit_code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kQuery:
      return ExitCode::kUsage;
    default:
      return ExitCode::kCouldNot;
  }
}

ExitCode report(const std::string& program, const Error& error) {
  const Style style = style_for(stderr, ColourChoice::kAuto);
  fmt::print(stderr, "{}{}:{} {}\n", style.error, program, style.reset, error.message);
  if (!error.hint.empty()) fmt::print(stderr, "  {}\n", error.hint);
  return exit_code_of(error.code);
}

}  // namespace dateline::program
