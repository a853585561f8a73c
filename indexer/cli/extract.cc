// extract: article records on standard output, or in a file for each shard, and nothing indexed.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <memory>

#include <nlohmann/json.hpp>

#include "common/base/printable.h"
#include "common/base/utf8.h"
#include "common/document/shard_number.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "common/schema/article_json.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress.h"
#include "indexer/cli/reject_log.h"
#include "indexer/cli/summary.h"
#include "indexer/cli/verbs.h"
#include "indexer/pipeline/intake.h"
#include "indexer/pipeline/make_article.h"
#include "indexer/pipeline/shard_files.h"
#include "indexer/write/index/ordered_pipeline.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;
struct Input {
  tl::expected<RawDocument, Rejection> document;
  std::uint64_t cost;
};
struct Record {
  std::string text;  // as it is printed
  std::string id;
  Origin origin;
  std::vector<LeftOut> left_out;
};
using Printed = tl::expected<Record, Rejection>;

struct ExtractVerbOptions {
  InputOptions input;
  ResourceOptions resources;
  ReportOptions report;
  bool explain = false;
  std::uint32_t shards = 0;  // 0: none
  std::string output;
};

// A value on one line of a terminal.
std::string shortened(const std::string& value) {
  constexpr std::size_t kBytes = 120;
  const std::string_view beginning = truncate_utf8(value, kBytes);
  return printable(beginning) + (beginning.size() < value.size() ? "…" : "");
}

std::string explanation_text(const Extraction& extraction) {
  const auto& origin = extraction.article.origin;
  std::string out = (origin ? visible(origin->path) : "") + "\n";
  for (const FieldSource& field : extraction.sources) {
    out += fmt::format("  {:<14} {:<40} {}\n", field.field, visible(field.source),
                       shortened(field.value));
  }
  return out;
}

std::string explanation_json(const Extraction& extraction) {
  nlohmann::ordered_json out;
  out["id"] = extraction.article.id;
  if (extraction.article.origin) {
    out["origin"]["path"] = extraction.article.origin->path;
    out["origin"]["offset"] = extraction.article.origin->offset;
  }
  out["fields"] = nlohmann::ordered_json::array();
  for (const FieldSource& field : extraction.sources) {
    out["fields"].push_back(
        {{"field", field.field}, {"source", field.source}, {"value", field.value}});
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string print(const Extraction& extraction, const ExtractVerbOptions& options) {
  if (!options.explain) return schema::to_json(extraction.article) + "\n";
  return options.report.json() ? explanation_json(extraction) : explanation_text(extraction);
}

Printed make(const Input& input, const ExtractVerbOptions& options) {
  if (!input.document) return tl::unexpected(input.document.error());
  auto made = make_article(*input.document, options.input.inputs().make);
  if (!made) return tl::unexpected(std::move(made.error()));
  return Record{print(*made, options), std::move(made->article.id), input.document->origin,
                std::move(made->left_out)};
}

class ExtractRun {
 public:
  // `shards`: null where records are printed.
  ExtractRun(const ExtractVerbOptions& options, RejectLog& rejects, ShardFiles* shards)
      : options_(options), rejects_(rejects), shards_(shards) {}

  ExitCode run() {
    const Inputs inputs = options_.input.inputs();
    auto reader = open_inputs(inputs, options_.resources.resources,
                              [this] { return done_.load() || program::caught_signal() != 0; });
    if (!reader) return program::report(kProgram, reader.error());
    // Records on the same terminal would tear the line apart.
    const bool shown = options_.report.progress == "always" ||
                       (options_.report.shows_progress() && !program::is_terminal(stdout));
    Progress progress(shown, shown ? total_bytes(inputs.list) : std::nullopt);
    const PipelineLimits limits = options_.resources.resources.limits();
    const auto ran = OrderedPipeline<Input, Printed>(limits, stages(*reader, progress)).run();
    progress.clear();
    if (!ran) return program::report(kProgram, ran.error());
    if (auto written = output_.flush(); !written) return program::report(kProgram, written.error());
    return finish(progress, reader->passed_over());
  }

 private:
  PipelineStages<Input, Printed> stages(DocumentReader& reader, Progress& progress) {
    PipelineStages<Input, Printed> stages;
    stages.source = [&reader,
                     weigher = Weigher(options_.resources.resources)]() -> std::optional<Input> {
      auto event = reader.next();
      if (!event) return std::nullopt;
      if (auto* refused = std::get_if<Rejection>(&*event)) {
        return Input{tl::unexpected(std::move(*refused)), 0};
      }
      // No index, so that no file is known already.
      auto& document = std::get<RawDocument>(*event);
      const auto weighed = weigher.weigh(document);
      if (!weighed) return Input{tl::unexpected(weighed.error()), 0};
      return Input{std::move(document), *weighed};
    };
    stages.cost = [](const Input& input) { return input.cost; };
    stages.make_worker = [this]() -> std::function<Printed(Input)> {
      return [this](const Input& input) { return make(input, options_); };
    };
    stages.sink = [this, &reader, &progress](const Printed& printed) -> Status {
      progress.update(records_, reader.bytes_read());
      return take(printed, progress);
    };
    stages.stopping = [this] { done_ = true; };
    stages.idle = [this]() -> Status {
      if (auto written = output_.flush(); !written) return written;
      done_ = output_.closed();
      return {};
    };
    return stages;
  }

  Status take(const Printed& printed, Progress& progress) {
    if (printed) {
      if (!printed->left_out.empty()) {
        progress.clear();
        rejects_.warn(printed->origin, printed->left_out);
      }
      ++records_;
      if (shards_ != nullptr) return shards_->write(printed->id, printed->text);
      output_.write(printed->text);
      done_ = output_.closed();
      return {};
    }
    progress.clear();
    rejects_.add(printed.error());
    return {};
  }

  ExitCode finish(const Progress& progress, const PassedOver& passed_over) {
    if (auto closed = rejects_.close(); !closed) return program::report(kProgram, closed.error());
    const bool is_whole = program::caught_signal() == 0;
    if (shards_ != nullptr && is_whole) {
      if (auto done = shards_->finish(); !done) return program::report(kProgram, done.error());
    }
    if (options_.report.json() && !options_.explain) {
      program::complain(fmt::format(R"({{"records":{},"rejected":{},"seconds":{:.3f}{}}})"
                                    "\n",
                                    records_, rejects_.count(), progress.elapsed().count(),
                                    passed_over_json(passed_over)));
    } else if (const std::string text = passed_over_text(passed_over); !text.empty()) {
      program::complain(std::string(kProgram) + ": " + text.substr(1) + "\n");
    }
    if (const int signal = program::caught_signal(); signal != 0) {
      program::complain(
          fmt::format("{}: stopped after {} records. Run the same command again for all\n",
                      kProgram, records_));
      return ExitCode{128 + signal};
    }
    return rejects_.count() > 0 ? ExitCode::kRejectedSome : ExitCode::kDone;
  }

  const ExtractVerbOptions& options_;
  RejectLog& rejects_;
  ShardFiles* const shards_;
  program::Output output_;
  std::uint64_t records_ = 0;
  std::atomic<bool> done_{false};  // nobody reads any more
};

ExitCode run(ExtractVerbOptions& options) {
  if (auto checked = options.input.check(); !checked) {
    return program::report(kProgram, checked.error());
  }
  auto rejects = RejectLog::open(options.report.rejects, options.report.style());
  if (!rejects) return program::report(kProgram, rejects.error());
  if (options.shards == 0) return ExtractRun(options, *rejects, nullptr).run();
  const auto shards = ShardFiles::open(options.output, options.shards);
  if (!shards) return program::report(kProgram, shards.error());
  return ExtractRun(options, *rejects, shards->get()).run();
}

}  // namespace

program::Action declare_extract(CLI::App& verb) {
  auto options = std::make_shared<ExtractVerbOptions>();
  options->input.declare(verb);
  options->resources.declare(verb);
  options->report.declare_run(verb);
  CLI::Option* const explain = verb.add_flag(
      "--explain", options->explain, "Instead of records, print where each field came from");
  CLI::Option* const partition =
      verb.add_option(
              "--partition", options->shards,
              "Print nothing; write the records into N files by their ids, those of shard 3 "
              "of 16 into shard-003-of-016.jsonl (docs/cluster.md)")
          ->type_name("N")
          ->check(CLI::Range(1U, kMostShards))
          ->excludes(explain);
  CLI::Option* const output =
      verb.add_option("--output", options->output, "The directory of these files")
          ->type_name("DIR")
          ->needs(partition);
  partition->needs(output);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
