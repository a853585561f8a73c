// dateline-search: reads an index. What each verb does is in its own file.
#include <csignal>
#include <cstdio>
#include <exception>

#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"

namespace dateline::cli {
namespace {

int status(program::ExitCode code) { return static_cast<int>(code); }

int run_program(int argc, char** argv) {
  // A closed pipe shows as EPIPE, which program::Output takes as success.
  std::signal(SIGPIPE, SIG_IGN);
  Run run;
  CLI::App app("Searches news articles that dateline-index has indexed.", kProgram);
  app.set_version_flag("--version", std::string(kProgram) + " " + DATELINE_VERSION);
  app.require_subcommand(1);
  add_query_verb(app, run);
  add_show_verb(app, run);
  add_explain_verb(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return status(fail({ErrorCode::kUsage, error.what(), "see --help, also after a verb"}));
  }
  return status(run());
}

}  // namespace
}  // namespace dateline::cli

int main(int argc, char** argv) {
  try {
    return dateline::cli::run_program(argc, argv);
  } catch (const std::exception& error) {
    // Memory ran out, or a fault of ours.
    std::fprintf(stderr, "%s: %s\n", dateline::cli::kProgram, error.what());
    return 1;
  }
}
