#include "common/program/exit_code.h"

#include <fmt/format.h>

#include <cstdio>

#include "common/base/printable.h"
#include "common/program/output.h"
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
  const bool has_caret = error.code == ErrorCode::kQuery;
  const std::string message = has_caret ? visible_lines(error.message) : visible(error.message);
  const Style style = style_for(stderr, ColourChoice::kAuto);
  complain(fmt::format("{}{}:{} {}\n", style.error, program, style.reset, message));
  if (!error.hint.empty()) complain(fmt::format("  {}\n", visible(error.hint)));
  return exit_code_of(error.code);
}

}  // namespace dateline::program
