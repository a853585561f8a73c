#include "bench/macro/macro_run.h"

#include <fmt/format.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include "common/base/calendar.h"
#include "common/base/clock.h"
#include "common/base/file.h"
#include "common/base/strings.h"

namespace dateline::bench {
namespace {

namespace fs = std::filesystem;

// Where a run keeps its things.
struct Places {
  explicit Places(const MacroOptions& options)
      : corpus(options.work + "/corpus"),
        index(options.work + "/index"),
        summary(options.work + "/summary.json") {}
  std::string corpus;
  std::string index;
  std::string summary;
};

std::uint64_t bytes_below(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return fs::file_size(path, ignored);
  std::uint64_t total = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path, ignored)) {
    if (entry.is_regular_file(ignored)) total += entry.file_size(ignored);
  }
  return total;
}

Result<ChildRun> generate(const MacroOptions& options, const Places& places) {
  auto run = run_child({options.programs + "/dateline-corpus", "--articles",
                        std::to_string(options.articles), "--seed", std::to_string(options.seed),
                        "--format", options.format, "--output", places.corpus},
                       "/dev/null");
  if (run && run->exit_code != 0) {
    return failure(ErrorCode::kInternal, "dateline-corpus could not make the corpus");
  }
  return run;
}

// Exit code 3, some inputs rejected, is a run as good as any: real collections have them.
Result<ChildRun> index(const MacroOptions& options, const Places& places) {
  std::vector<std::string> command{options.programs + "/dateline-index",
                                   "add",
                                   "--db",
                                   places.index,
                                   "--format",
                                   "json",
                                   "--progress",
                                   "never"};
  command.insert(command.end(), options.indexing.begin(), options.indexing.end());
  std::string directory;
  if (!options.input.empty()) {
    command.insert(command.end(), options.input.begin(), options.input.end());
  } else if (options.format == "html") {
    // Its paths are relative to itself, so it is read in place.
    command.insert(command.end(), {"--files-from", "manifest.tsv"});
    directory = places.corpus;
  } else {
    command.push_back(places.corpus);
  }
  auto run = run_child(command, places.summary, directory);
  if (run && run->exit_code != 0 && run->exit_code != 3) {
    return failure(ErrorCode::kInternal,
                   fmt::format("dateline-index add ended with {}", run->exit_code));
  }
  return run;
}

Status read_summary(const Places& places, Report& report) {
  constexpr std::uint64_t kMaxBytes = 1 << 20;
  const auto text = real_files().read(places.summary, kMaxBytes);
  if (!text) return failure(text.error());
  const auto summary = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!summary.is_object()) {
    return failure(ErrorCode::kInternal, "dateline-index printed no summary");
  }
  report.articles = summary.value("articles", std::uint64_t{0});
  report.rejected = summary.value("rejected", std::uint64_t{0});
  report.input_bytes = summary.value("bytes", std::uint64_t{0});
  return {};
}

Status search(const MacroOptions& options, const Places& places, Report& report) {
  auto searcher = search::Searcher::open({places.index});
  if (!searcher) return failure(searcher.error());
  const auto mix = make_query_mix(*searcher, options.queries, options.seed);
  if (!mix) return failure(mix.error());
  for (const QueryKind& kind : *mix) {
    auto latency = measure(*searcher, kind, options.rounds);
    if (!latency) return failure(latency.error());
    report.latencies.push_back(*std::move(latency));
  }
  if (!options.input.empty()) return {};
  corpus::CorpusOptions corpus;
  corpus.seed = options.seed;
  const corpus::CorpusModel model(corpus);
  report.answers = check_answers(*searcher, corpus::facts_of(model, 0, options.articles));
  return {};
}

}  // namespace

Result<Report> run_macro(const MacroOptions& options) {
  const Places places(options);
  Report report;
  report.date = format_day(std::chrono::floor<std::chrono::days>(system_clock().now()));
  report.machine = this_machine();
  report.seed = options.seed;
  report.index_options = options.indexing;
  report.input = options.input.empty() ? "generated " + options.format : join(options.input, " ");
  if (options.input.empty()) {
    auto generation = generate(options, places);
    if (!generation) return failure(generation.error());
    report.generation = *generation;
  }
  auto indexing = index(options, places);
  if (!indexing) return failure(indexing.error());
  report.indexing = *indexing;
  if (auto read = read_summary(places, report); !read) return failure(read.error());
  report.index_bytes = bytes_below(places.index);
  if (auto searched = search(options, places, report); !searched) return failure(searched.error());
  return report;
}

}  // namespace dateline::bench
