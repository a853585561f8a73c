// The verbs of dateline-search. To add one: a file that declares it, and its row in verbs.cc.
#pragma once

#include "common/program/command_line.h"

namespace dateline::search::cli {

program::Action declare_query(CLI::App& verb);
program::Action declare_show(CLI::App& verb);
program::Action declare_similar(CLI::App& verb);
program::Action declare_suggest(CLI::App& verb);
program::Action declare_entity(CLI::App& verb);
program::Action declare_trend(CLI::App& verb);
program::Action declare_explain(CLI::App& verb);
program::Action declare_serve(CLI::App& verb);
program::Action declare_serve_shard(CLI::App& verb);
program::Action declare_mcp(CLI::App& verb);

}  // namespace dateline::search::cli
