// The verbs of dateline-index. To add one: a file that declares it, and its row in verbs.cc.
#pragma once

#include "common/program/command_line.h"

namespace dateline::indexer::cli {

program::Action declare_add(CLI::App& verb);
program::Action declare_extract(CLI::App& verb);
program::Action declare_tag(CLI::App& verb);
program::Action declare_names(CLI::App& verb);
program::Action declare_remove(CLI::App& verb);
program::Action declare_info(CLI::App& verb);
program::Action declare_verify(CLI::App& verb);
program::Action declare_compact(CLI::App& verb);
program::Action declare_backup(CLI::App& verb);
program::Action declare_export(CLI::App& verb);
program::Action declare_pull(CLI::App& verb);
program::Action declare_watch(CLI::App& verb);

}  // namespace dateline::indexer::cli
