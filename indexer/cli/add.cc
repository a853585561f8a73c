// add: articles into the index.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "common/base/contained.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "indexer/cli/options.h"
#include "indexer/cli/reject_log.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/summary.h"
#include "indexer/cli/verbs.h"
#include "indexer/pipeline/add_session.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;

struct AddOptions {
  IndexOptions index;
  InputOptions input;
  ResourceOptions resources;
  ReportOptions report;
  bool dry_run = false;
  bool sync = false;
  std::uint64_t batch_articles = 0;
};

Status check(AddOptions& options) {
  if (auto checked = options.input.check(); !checked) return checked;
  if (!options.sync) return {};
  if (options.dry_run) {
    return failure(ErrorCode::kUsage, "--sync removes articles; it cannot be tried with --dry-run");
  }
  const auto is_directory = [](const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
  };
  const auto& paths = options.input.paths;
  if (std::any_of(paths.begin(), paths.end(), is_directory)) return {};
  return failure(ErrorCode::kUsage, "--sync needs a directory among the paths",
                 "it removes the articles of files that are no longer below that directory");
}

AddJob job_of(const AddOptions& options) {
  AddJob job;
  job.directory = options.index.directory;
  job.inputs = options.input.inputs();
  job.resources = options.resources.resources;
  job.builder = options.resources.choice();
  job.batch_articles = options.batch_articles;
  job.dry_run = options.dry_run;
  job.sync = options.sync;
  return job;
}

ExitCode fail(Error error) {
  if (error.code == ErrorCode::kNoMemory) {
    error.hint += "; or ask for less, with a smaller --memory or fewer --threads";
  }
  const ExitCode code = program::report(kProgram, error);
  const bool untouched = error.code == ErrorCode::kLocked || error.code == ErrorCode::kForeign;
  if (code == ExitCode::kCouldNot && !untouched) {
    program::complain(
        "  what was committed before stays; the same command run again goes on from there\n");
  }
  return code;
}

ExitCode finish(const AddOptions& options, const Summary& summary, RejectLog& rejects) {
  program::Output out;
  out.write((options.report.json() ? to_json(summary) : to_text(summary)) + "\n");
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  if (auto closed = rejects.close(); !closed) return program::report(kProgram, closed.error());
  if (const int signal = program::caught_signal(); signal != 0) {
    program::complain(fmt::format(
        "{}: stopped; what was read is committed. Run the same command again to go on\n",
        kProgram));
    return ExitCode{128 + signal};
  }
  return summary.rejected > 0 ? ExitCode::kRejectedSome : ExitCode::kDone;
}

ExitCode run(AddOptions& options) {
  if (auto checked = check(options); !checked) return program::report(kProgram, checked.error());
  auto rejects = RejectLog::open(options.report.rejects, options.report.style());
  if (!rejects) return program::report(kProgram, rejects.error());
  AddJob job = job_of(options);
  const bool shown = options.report.shows_progress();
  const auto total = shown ? total_bytes(job.inputs.list) : std::nullopt;
  auto session = AddSession::open(std::move(job), [] { return program::caught_signal() != 0; });
  if (!session) return program::report(kProgram, session.error());
  const auto summary = contained([&] {
    RunReport report(*rejects, shown, total);
    return (*session)->run(report);
  });
  if (!summary) return fail(summary.error());
  return finish(options, *summary, *rejects);
}

}  // namespace

program::Action declare_add(CLI::App& verb) {
  auto options = std::make_shared<AddOptions>();
  options->index.declare(verb);
  options->input.declare(verb);
  options->resources.declare(verb);
  options->report.declare_run(verb);
  verb.add_flag("--dry-run", options->dry_run, "Say what would be done, and change nothing");
  verb.add_option("--batch", options->batch_articles,
                  "Commit at least every N articles, so that searches see them sooner (default: "
                  "by memory, and after one minute, two, four, then every eight)")
      ->type_name("N");
  verb.add_flag("--sync", options->sync,
                "Also remove articles whose files are gone from below the directories given");
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
