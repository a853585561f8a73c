// export: every record of an index on standard output.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "common/program/output.h"
#include "common/program/signals.h"
#include "common/schema/article_json.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/upkeep/record_export.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;

ExitCode run(const IndexOptions& options) {
  program::Output out;
  const auto done = export_records(options.directory, [&](const Article& article) {
    out.write(schema::to_json(article) + "\n");
    return !out.ended() && program::caught_signal() == 0;
  });
  auto written = out.flush();
  if (!written) return program::report(kProgram, written.error());
  if (!done) return program::report(kProgram, done.error());
  if (const int signal = program::caught_signal(); signal != 0) {
    program::complain(fmt::format(
        "{}: stopped after {} records. Run the same command again for all\n", kProgram, *done));
    return ExitCode{128 + signal};
  }
  return ExitCode::kDone;
}

}  // namespace

program::Action declare_export(CLI::App& verb) {
  auto options = std::make_shared<IndexOptions>();
  options->declare(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
