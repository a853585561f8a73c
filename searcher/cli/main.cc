// dateline-search: reads an index. What each verb does is in its own file.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "common/program/open_files.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::search::cli {
namespace {

int status(program::ExitCode code) { return static_cast<int>(code); }

// "dateline-search query".
std::string command_of(const CLI::App& app) {
  std::string command = kProgram;
  for (const CLI::App* verb : app.get_subcommands()) command += " " + verb->get_name();
  return command;
}

// Options have two hyphens, so what has one is a query that takes something away.
std::string hint_for(const CLI::App& app, int argc, char** argv) {
  const auto takes_away = [](std::string_view argument) {
    return argument.size() > 2 && argument[0] == '-' && argument[1] != '-';
  };
  if (std::any_of(argv + 1, argv + argc, takes_away)) {
    return "write -- before a query that begins with -: " + command_of(app) + " -- -word";
  }
  return "see " + command_of(app) + " --help";
}

int run_program(int argc, char** argv) {
  // A closed pipe shows as EPIPE, which program::Output takes as success.
  std::signal(SIGPIPE, SIG_IGN);
  Run run;
  CLI::App app("Searches news articles that dateline-index has indexed.", kProgram);
  app.set_version_flag("--version", std::string(kProgram) + " " + DATELINE_VERSION);
  app.require_subcommand(1);
  add_query_verb(app, run);
  add_show_verb(app, run);
  add_suggest_verb(app, run);
  add_entity_verb(app, run);
  add_explain_verb(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return status(fail({ErrorCode::kUsage, error.what(), hint_for(app, argc, argv)}));
  }
  program::allow_many_open_files();
  return status(run());
}

}  // namespace
}  // namespace dateline::search::cli

int main(int argc, char** argv) {
  try {
    return dateline::search::cli::run_program(argc, argv);
  } catch (const std::exception& error) {
    // Memory ran out, or a fault of ours.
    std::fprintf(stderr, "%s: %s\n", dateline::search::cli::kProgram, error.what());
    return 1;
  }
}
