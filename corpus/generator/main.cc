// dateline-corpus: an invented news archive of any size, of which everything is known.

#include <CLI/CLI.hpp>

#include "common/program/exit_code.h"
#include "common/program/signals.h"
#include "corpus/generator/emit.h"
#include "corpus/generator/options.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::program::ExitCode;

constexpr const char* kProgram = "dateline-corpus";

int finish_with(const Error& error) {
  const ExitCode code = dateline::program::report(kProgram, error);
  const int signal = dateline::program::caught_signal();
  return signal != 0 ? 128 + signal : static_cast<int>(code);
}

int run(int argc, char** argv) {
  CLI::App app("Writes an invented news archive of any size, of which everything is known.",
               kProgram);
  app.set_version_flag("--version", std::string(kProgram) + " " DATELINE_VERSION);
  dateline::corpus::CommandLine line;
  dateline::corpus::declare(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& wrong) {
    return finish_with({ErrorCode::kUsage, wrong.what(), "--help lists the options"});
  }
  if (auto usable = dateline::corpus::finish(line); !usable) return finish_with(usable.error());
  if (auto emitted = dateline::corpus::emit(line); !emitted) return finish_with(emitted.error());
  return static_cast<int>(ExitCode::kDone);
}

}  // namespace

int main(int argc, char** argv) {
  dateline::program::install_signal_handlers();
  try {
    return run(argc, argv);
  } catch (const std::exception& fault) {
    return finish_with({ErrorCode::kInternal, fault.what(), {}});
  }
}
