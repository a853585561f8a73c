// add: articles into the index.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <string_view>

#include "common/base/contained.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "indexer/cli/add_run.h"
#include "indexer/cli/file_ledger.h"
#include "indexer/cli/intake.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/index/dry_run.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/index/input_stamps.h"
#include "indexer/write/index/under_way.h"
#include "indexer/write/segment/builder_gate.h"

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

Status check(const AddOptions& options) {
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

// One of the two; `writer` is null for a dry run.
struct Target {
  std::unique_ptr<IndexWriter> writer;
  std::unique_ptr<DryRun> dry;
  InputStamps stamps;        // of earlier runs; none for a dry run
  std::string slow_builder;  // why it is not the fast one
  ArticleSink& sink() { return writer ? static_cast<ArticleSink&>(*writer) : *dry; }
  Status finish() { return writer ? writer->finish() : Status(); }
};

BuilderChoice choice_of(std::string_view name) {
  if (name == "glass") return BuilderChoice::kGlass;
  return name == "xapian" ? BuilderChoice::kXapian : BuilderChoice::kAuto;
}

Status open_target(const AddOptions& options, Target& target) {
  if (options.dry_run) {
    auto dry = DryRun::open(options.index.directory);
    if (!dry) return failure(dry.error());
    target.dry = std::move(*dry);
    return {};
  }
  WriterOptions writer_options;
  writer_options.memory_bytes = options.resources.memory;
  writer_options.batch_articles = options.batch_articles;
  writer_options.lanes = options.resources.threads;
  const auto builder = choose_builder(choice_of(options.resources.builder));
  if (!builder) return failure(builder.error());
  writer_options.builder = builder->kind;
  target.slow_builder = builder->reason;
  auto writer = IndexWriter::open(options.index.directory, writer_options);
  if (!writer) return failure(writer.error());
  target.writer = std::move(*writer);
  const auto articles = target.writer->articles();
  if (!articles) return failure(articles.error());
  target.stamps =
      InputStamps::load(options.index.directory, target.writer->generation(), *articles);
  return {};
}

PipelineLimits limits_of(const ResourceOptions& resources) {
  PipelineLimits limits;
  limits.threads = resources.threads;
  limits.items = std::size_t{16} * resources.threads;
  limits.memory = resources.document_memory();
  return limits;
}

Result<std::uint64_t> remove_gone(IndexWriter& writer, SeenInputs& seen,
                                  const DocumentReader& reader) {
  seen.finish(reader.inputs().directories());
  return writer.remove_gone([&](std::string_view fingerprint) { return seen.has(fingerprint); },
                            [&](const Origin& origin) { return seen.covers(origin); });
}

// A cache alone: that it could not be written costs the next run time, and is no failure of this
// one.
void keep_stamps(const AddOptions& options, Target& target, FileLedger& files,
                 const Summary& summary) {
  if (!target.writer) return;
  if (summary.removed > 0) return InputStamps::drop(options.index.directory);
  files.stamp(target.stamps, program::caught_signal() == 0);
  if (!target.stamps.changed()) return;
  const auto saved = target.stamps.save(options.index.directory, target.writer->generation());
  if (!saved) InputStamps::drop(options.index.directory);
}

// Everything between the opened index and the closing summary. `ended` is what `reader` asks before
// it goes on.
Result<Summary> index_inputs(const AddOptions& options, Target& target, DocumentReader& reader,
                             std::atomic<bool>& ended, RejectLog& rejects) {
  auto committed = CommittedInputs::open(options.index.directory);
  if (!committed) return failure(committed.error());
  const bool shown = options.report.shows_progress();
  Progress progress(shown, shown ? total_bytes(options.input) : std::nullopt);
  SeenInputs seen;
  FileLedger files;
  std::unique_ptr<UnderWay> under_way;
  if (target.writer) {
    under_way = std::make_unique<UnderWay>(options.index.directory, options.resources.threads + 1);
  }
  AddRun run(
      {reader, *committed, target.sink(), rejects, progress, ended, options.sync ? &seen : nullptr,
       files, Weigher(options.resources), under_way.get(), options.resources.vocabulary_bytes()},
      {!options.input.no_entities, options.input.keep_all});
  const auto ran = run.run(limits_of(options.resources));
  progress.clear();
  if (under_way) under_way->finish();
  if (!ran) return failure(ran.error());
  Summary summary = run.summary();
  if (options.sync && program::caught_signal() == 0) {
    const auto removed = remove_gone(*target.writer, seen, reader);
    if (!removed) return failure(removed.error());
    summary.removed = *removed;
  }
  if (auto done = target.finish(); !done) return failure(done.error());
  keep_stamps(options, target, files, summary);
  const auto articles = target.sink().articles();
  if (!articles) return failure(articles.error());
  summary.articles = *articles;
  summary.seconds = progress.elapsed().count();
  summary.builder = target.slow_builder;
  return summary;
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

ExitCode run(const AddOptions& options) {
  if (auto checked = check(options); !checked) return program::report(kProgram, checked.error());
  auto rejects = RejectLog::open(options.report.rejects, options.report.style());
  if (!rejects) return program::report(kProgram, rejects.error());
  std::atomic<bool> ended{false};
  Target target;
  auto reader = open_inputs(
      options.input, options.resources, [&ended] { return ended.load(); },
      [&target](const FileIdentity& file) { return target.stamps.articles_of(file); });
  if (!reader) return program::report(kProgram, reader.error());
  if (auto opened = open_target(options, target); !opened) {
    return program::report(kProgram, opened.error());
  }
  const auto summary =
      contained([&] { return index_inputs(options, target, *reader, ended, *rejects); });
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
