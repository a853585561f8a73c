// The verbs of dateline-search. To add one: a file for it, a line here, a line in main.cc.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "common/program/exit_code.h"

namespace dateline::search::cli {

// What the command line asked for, to be run once it has all been read. Each of the functions below
// adds its verb to `app`; a verb that is chosen puts itself into `run`, which must outlive `app`.
using Run = std::function<program::ExitCode()>;

void add_query_verb(CLI::App& app, Run& run);
void add_show_verb(CLI::App& app, Run& run);
void add_suggest_verb(CLI::App& app, Run& run);
void add_entity_verb(CLI::App& app, Run& run);
void add_explain_verb(CLI::App& app, Run& run);

}  // namespace dateline::search::cli
