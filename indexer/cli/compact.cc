// compact: reclaim space.
#include <fmt/format.h>

#include <memory>

#include "common/base/figures.h"
#include "common/program/output.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/upkeep/compaction.h"

namespace dateline::indexer::cli {
namespace {

struct CompactOptions {
  IndexOptions index;
  ReportOptions report;
};

program::ExitCode run(const CompactOptions& options) {
  const auto done = compact_index(options.index.directory);
  if (!done) return program::report(kProgram, done.error());
  program::Output out;
  if (options.report.json()) {
    out.write(fmt::format("{{\"bytes_before\":{},\"bytes\":{}}}\n", done->bytes_before,
                          done->bytes_after));
  } else {
    out.write(fmt::format("{} before, {} after\n", format_bytes(done->bytes_before),
                          format_bytes(done->bytes_after)));
  }
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  return program::ExitCode::kDone;
}

}  // namespace

program::Action declare_compact(CLI::App& verb) {
  auto options = std::make_shared<CompactOptions>();
  options->index.declare(verb);
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
