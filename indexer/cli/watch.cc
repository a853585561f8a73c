// watch: what arrives below directories into the index, until stopped.
#include <fmt/format.h>

#include <memory>
#include <thread>
#include <utility>

#include "common/base/contained.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "indexer/cli/options.h"
#include "indexer/cli/reject_log.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/summary.h"
#include "indexer/cli/verbs.h"
#include "indexer/pipeline/add_session.h"
#include "indexer/watching/arrivals.h"
#include "indexer/watching/batch.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// How soon a signal is heeded, and how often a locked index is tried again.
constexpr milliseconds kPatience{250};

struct WatchOptions {
  IndexOptions index;
  InputOptions input;
  ResourceOptions resources;
  ReportOptions report;
  bool poll = false;
  double interval = 2;
  double delay = 1;
};

bool is_stopped() { return program::caught_signal() != 0; }

milliseconds in_milliseconds(double seconds) {
  return milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

class WatchRun {
 public:
  WatchRun(const WatchOptions& options, RejectLog& rejects)
      : options_(options),
        rejects_(rejects),
        batch_(in_milliseconds(options.delay), watching::Arrivals::kMostAtOnce) {}

  ExitCode run() {
    auto arrivals = open();
    if (!arrivals) return program::report(kProgram, arrivals.error());
    const auto watched = contained([&] { return watch(**arrivals); });
    if (!watched) return program::report(kProgram, watched.error());
    if (is_stopped()) {
      program::complain(fmt::format(
          "{}: stopped; what was read is committed. Run the same command again to go on\n",
          kProgram));
      return ExitCode{128 + program::caught_signal()};
    }
    return ExitCode::kDone;  // nobody reads what is printed
  }

 private:
  Result<std::unique_ptr<watching::Arrivals>> open() const {
    const auto& directories = options_.input.paths;
    return options_.poll
               ? watching::watch_by_looking(directories, in_milliseconds(options_.interval))
               : watching::watch_by_events(directories);
  }

  Status watch(watching::Arrivals& arrivals) {
    while (!is_stopped() && !out_.closed()) {
      auto arrived = arrivals.wait(kPatience);
      if (!arrived) return failure(arrived.error());
      if (const std::string notice = arrivals.take_notice(); !notice.empty()) {
        program::complain(fmt::format("{}: {}\n", kProgram, notice));
      }
      batch_.add(std::move(*arrived), steady_clock::now());
      if (!batch_.is_due(steady_clock::now()) || is_stopped()) continue;
      if (auto indexed = index(); !indexed) return indexed;
    }
    return {};
  }

  // The batch stays where another writer has the index: it is tried again.
  Status index() {
    AddJob job;
    job.directory = options_.index.directory;
    job.inputs = options_.input.inputs();
    job.inputs.list.paths = batch_.paths();
    job.inputs.list.roots = options_.input.paths;
    job.resources = options_.resources.resources;
    job.builder = options_.resources.choice();
    auto session = AddSession::open(std::move(job), is_stopped);
    if (!session && session.error().code == ErrorCode::kLocked) {
      if (!std::exchange(said_locked_, true)) {
        program::complain(
            fmt::format("{}: {}; waiting for it\n", kProgram, session.error().message));
      }
      std::this_thread::sleep_for(kPatience);
      return {};
    }
    if (!session) return failure(session.error());
    said_locked_ = false;
    RunReport report(rejects_, false, std::nullopt);
    const auto summary = (*session)->run(report);
    if (!summary) return failure(summary.error());
    batch_.clear();
    const bool changed = summary->added + summary->replaced + summary->rejected > 0;
    if (!changed) return {};
    out_.write((options_.report.json() ? cli::to_json(*summary) : cli::to_text(*summary)) + "\n");
    return out_.flush();
  }

  const WatchOptions& options_;
  RejectLog& rejects_;
  watching::Batch batch_;
  program::Output out_;
  bool said_locked_ = false;
};

ExitCode run(WatchOptions& options) {
  if (auto checked = options.input.check(); !checked) {
    return program::report(kProgram, checked.error());
  }
  auto rejects = RejectLog::open({}, options.report.style());
  if (!rejects) return program::report(kProgram, rejects.error());
  return WatchRun(options, *rejects).run();
}

}  // namespace

program::Action declare_watch(CLI::App& verb) {
  auto options = std::make_shared<WatchOptions>();
  options->index.declare(verb);
  verb.add_option("DIR", options->input.paths,
                  "Directories to watch, with all below; what is there already is indexed first")
      ->required();
  options->input.declare_base_url(
      verb, "Where the files came from: what their paths below a directory are appended to");
  options->input.declare_reading(verb);
  options->resources.declare(verb);
  options->report.declare_format(verb);
  verb.add_flag("--poll", options->poll,
                "Look for changes instead of being told: for network file systems, which tell "
                "nothing of what other machines write");
  verb.add_option("--interval", options->interval, "With --poll: seconds between two looks")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.1, 86'400.0));
  verb.add_option("--delay", options->delay,
                  "Seconds that a file may wait for others to be committed with")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 3600.0));
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
