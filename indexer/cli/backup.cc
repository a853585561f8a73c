// backup: a consistent copy of an index.
#include "indexer/write/upkeep/backup.h"

#include <fmt/format.h>

#include <memory>
#include <string>

#include "common/base/figures.h"
#include "common/program/output.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"

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

program::Action declare_backup(CLI::App& verb) {
  auto options = std::make_shared<BackupOptions>();
  options->index.declare(verb);
  verb.add_option("DEST", options->destination, "A directory that is not there yet")
      ->required()
      ->type_name("DIR");
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
