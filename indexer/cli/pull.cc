// pull: a copy made the newest state of its index.
#include "indexer/write/copying/pull.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "common/base/figures.h"
#include "common/base/file.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/copying/directory_source.h"
#include "indexer/write/copying/rsync_source.h"
#include "indexer/write/copying/source_place.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;

struct PullVerbOptions {
  std::string source;
  std::string destination;
  bool replace = false;
  ReportOptions report;
};

bool is_stopped() { return program::caught_signal() != 0; }

Result<std::unique_ptr<CopySource>> open_source(const PullVerbOptions& options) {
  const auto remote = remote_directory(options.source);
  if (!remote) return failure(remote.error());
  if (*remote) return std::make_unique<RsyncSource>(**remote, real_commands(), is_stopped);
  std::error_code ignored;
  if (std::filesystem::equivalent(options.source, options.destination, ignored)) {
    return failure(ErrorCode::kUsage, options.source + " is its own copy",
                   "name another directory as DEST");
  }
  return std::make_unique<DirectorySource>(absolute_path(options.source), is_stopped);
}

std::string to_json(const Pulled& done) {
  return fmt::format(
      R"({{"changed":{},"articles":{},"revision":{},"segments_copied":{},"bytes_copied":{}}})"
      "\n",
      done.changed, done.articles, done.revision, done.segments, done.bytes);
}

std::string to_text(const Pulled& done) {
  const std::string state =
      fmt::format("{} articles, revision {}", format_count(done.articles), done.revision);
  if (!done.changed) return state + ": nothing new\n";
  return fmt::format("{}: copied {} segments, {}\n", state, format_count(done.segments),
                     format_bytes(done.bytes));
}

ExitCode run(const PullVerbOptions& options) {
  auto source = open_source(options);
  if (!source) return program::report(kProgram, source.error());
  const auto done = pull_index(**source, options.destination, {options.replace, is_stopped});
  if (!done && done.error().code == ErrorCode::kInterrupted && is_stopped()) {
    program::complain(fmt::format(
        "{}: stopped; the copy is as it was. Run the same command again to go on\n", kProgram));
    return ExitCode{128 + program::caught_signal()};
  }
  if (!done) return program::report(kProgram, done.error());
  program::Output out;
  out.write(options.report.json() ? to_json(*done) : to_text(*done));
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  return ExitCode::kDone;
}

}  // namespace

program::Action declare_pull(CLI::App& verb) {
  auto options = std::make_shared<PullVerbOptions>();
  verb.add_option("SOURCE", options->source,
                  "An index: its directory, or host:DIR of a machine that ssh reaches and that has "
                  "rsync")
      ->required()
      ->type_name("PLACE");
  verb.add_option("DEST", options->destination,
                  "Its copy, which is made if it is not there; searches of it go on")
      ->required()
      ->type_name("DIR");
  verb.add_flag(
      "--replace", options->replace,
      "Also where DEST has articles that were not copied from SOURCE: they are gone then");
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
