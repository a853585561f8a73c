#include "common/program/command_line.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/program/documents/written.h"
#include "common/program/open_files.h"
#include "common/program/wrong_command_line.h"

namespace dateline::program {
namespace {

void add_version_flag(CLI::App& app, const Program& program) {
  const std::string more = program.built_on == nullptr ? "" : " (" + program.built_on() + ")";
  app.set_version_flag("--version", fmt::format("{} {}{}", program.name, DATELINE_VERSION, more));
}

void declare_verbs(CLI::App& app, const Program& program, Action& chosen) {
  for (const Verb& verb : program.verbs) {
    CLI::App* command_line = app.add_subcommand(verb.name, verb.help);
    add_version_flag(*command_line, program);
    command_line->callback([&chosen, action = verb.declare(*command_line)] { chosen = action; });
  }
}

}  // namespace

ExitCode run(const Program& program, int argc, const char* const* argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--documents") {
    const auto written = write_documents(program, argv[2]);
    return written ? ExitCode::kDone : report(program.name, written.error());
  }
  CLI::App app(program.about, program.name);
  add_version_flag(app, program);
  app.require_subcommand(1);
  Action chosen;
  declare_verbs(app, program, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return ExitCode{app.exit(error)};  // --help, --version
    return report(program.name, what_is_wrong(app, error));
  }
  allow_many_open_files();
  program.prepare();
  return chosen();
}

}  // namespace dateline::program
