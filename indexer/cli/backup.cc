// backup: a consistent copy of an index.
#include "indexer/write/upkeep/backup.h"

#include <fmt/format.h>

#include <memory>
#include <string>

#include "common/program/output.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress.h"
#include "indexer/cli/verb.h"

namespace dateline::indexer::cli {
namespace {

struct BackupOptions {
  IndexOptions index;
  ReportOptions report;
  std::string destination;
};

program::ExitCode run(const BackupOptions& options) {
  const auto done = back_up(options.index.directory, options.destination);
  if (!done) return program::report(kProgram, done.error());
  program::Output out;
  if (options.report.json()) {
    out.write(fmt::format("{{\"articles\":{},\"bytes\":{},\"revision\":{}}}\n", done->articles,
                          done->bytes, done->revision));
  } else {
    out.write(fmt::format("{} articles, {}, revision {}\n", format_count(done->articles),
                          format_bytes(done->bytes), done->revision));
  }
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  return program::ExitCode::kDone;
}

}  // namespace

void declare_backup(CLI::App& app, Action& action) {
  auto options = std::make_shared<BackupOptions>();
  CLI::App* verb =
      app.add_subcommand("backup", "Copy the index as it is now; searches and writes go on");
  options->index.declare(*verb);
  verb->add_option("DEST", options->destination, "A directory that is not there yet")
      ->required()
      ->type_name("DIR");
  options->report.declare_format(*verb);
  verb->callback([&action, options] { action = [options] { return run(*options); }; });
}

}  // namespace dateline::indexer::cli
