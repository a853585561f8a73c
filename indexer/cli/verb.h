// What main() knows of a verb: how to declare it.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "common/program/exit_code.h"

namespace dateline::indexer::cli {

// What the command line asked for, to be run once it has been read whole.
using Action = std::function<program::ExitCode()>;

// Each adds its verb to `app` and sets `action` when that verb is called. `action` must outlive the
// parsing.
void declare_add(CLI::App& app, Action& action);
void declare_extract(CLI::App& app, Action& action);
void declare_tag(CLI::App& app, Action& action);
void declare_names(CLI::App& app, Action& action);
void declare_remove(CLI::App& app, Action& action);
void declare_info(CLI::App& app, Action& action);
void declare_verify(CLI::App& app, Action& action);
void declare_compact(CLI::App& app, Action& action);
void declare_backup(CLI::App& app, Action& action);

}  // namespace dateline::indexer::cli
