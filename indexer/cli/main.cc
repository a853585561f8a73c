// dateline-index: articles into an index, and the upkeep of indexes.
#include <fmt/format.h>

#include <exception>

#include <CLI/CLI.hpp>

#include "common/program/exit_code.h"
#include "common/program/open_files.h"
#include "common/program/signals.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verb.h"

namespace dateline::indexer::cli {
namespace {

constexpr const char* kVersion = "dateline-index " DATELINE_VERSION;

program::ExitCode explain(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {  // --help or --version
    return program::ExitCode{app.exit(error)};
  }
  const auto chosen = app.get_subcommands();
  const bool lost = chosen.empty() && !app.remaining().empty();
  const std::string what =
      lost ? fmt::format("{} is no verb", app.remaining().front()) : error.what();
  const std::string verb = chosen.empty() ? "" : chosen.front()->get_name() + " ";
  return program::report(kProgram,
                         {ErrorCode::kUsage, what, fmt::format("see {} {}--help", kProgram, verb)});
}

program::ExitCode run(int argc, char** argv) {
  CLI::App app("Indexes news articles for dateline-search", kProgram);
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(1);
  Action action;
  for (const auto& declare :
       {declare_add, declare_extract, declare_tag, declare_names, declare_remove, declare_info,
        declare_verify, declare_compact, declare_backup}) {
    declare(app, action);
  }
  for (CLI::App* verb : app.get_subcommands({})) verb->set_version_flag("--version", kVersion);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return explain(app, error);
  }
  program::install_signal_handlers();
  program::allow_many_open_files();
  return action();
}

}  // namespace
}  // namespace dateline::indexer::cli

int main(int argc, char** argv) {
  try {
    return static_cast<int>(dateline::indexer::cli::run(argc, argv));
  } catch (const std::exception& fault) {
    const dateline::Error error{dateline::ErrorCode::kInternal,
                                std::string("unexpected: ") + fault.what(), ""};
    return static_cast<int>(dateline::program::report(dateline::indexer::cli::kProgram, error));
  }
}
