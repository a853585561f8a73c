// dateline-macro: how fast the real programs index and answer a whole corpus, and in how much
// memory. Prints a table; keeps a dated JSON among the runs.

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

#include <CLI/CLI.hpp>

#include "bench/macro/macro_run.h"
#include "common/base/file.h"
#include "common/program/exit_code.h"
#include "common/program/output.h"

namespace {

namespace fs = std::filesystem;
using dateline::Error;
using dateline::ErrorCode;
using dateline::Result;
using dateline::bench::MacroOptions;
using dateline::bench::Report;

constexpr const char* kProgram = "dateline-macro";

struct CommandLine {
  MacroOptions macro;
  std::string runs;  // directory; empty: keep no JSON
  std::string name = "macro";
};

void declare(CLI::App& app, CommandLine& line) {
  MacroOptions& macro = line.macro;
  app.add_option("--articles", macro.articles, "Articles to generate")->capture_default_str();
  app.add_option("--seed", macro.seed, "Of the corpus and the queries")->capture_default_str();
  app.add_option("--format", macro.format, "Of the generated corpus")
      ->check(CLI::IsMember({"jsonl", "html"}))
      ->capture_default_str();
  app.add_option("--input", macro.input, "Index these instead of a generated corpus")
      ->type_name("PATH...");
  app.add_option("--index-option", macro.indexing,
                 "One more argument for dateline-index add; repeatable (--index-option=--threads "
                 "--index-option=1)")
      ->type_name("ARG")
      ->take_all();
  app.add_option("--bin", macro.programs, "Where dateline-index and dateline-corpus are")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--work", macro.work, "Keep corpus and index here; else they are removed")
      ->type_name("DIR");
  app.add_option("--queries", macro.queries, "Queries of each kind")->capture_default_str();
  app.add_option("--rounds", macro.rounds, "Timed rounds")->capture_default_str();
  app.add_option("--runs", line.runs, "Write DIR/DATE-NAME.json")->type_name("DIR");
  app.add_option("--name", line.name, "NAME in the file's name")->capture_default_str();
}

// A directory of our own, gone at the end.
class TemporaryWork {
 public:
  TemporaryWork() {
    std::string pattern = (fs::temp_directory_path() / "dateline-macro-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryWork() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryWork(const TemporaryWork&) = delete;
  TemporaryWork& operator=(const TemporaryWork&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<Report> run_in_place(CommandLine& line) {
  std::optional<TemporaryWork> temporary;
  if (line.macro.work.empty()) line.macro.work = temporary.emplace().path();
  std::error_code fault;
  fs::create_directories(line.macro.work, fault);
  if (line.macro.work.empty() || fault || !fs::is_empty(line.macro.work, fault)) {
    return dateline::failure(ErrorCode::kUsage,
                             "cannot work in \"" + line.macro.work + "\": not an empty directory",
                             "name another one with --work");
  }
  line.macro.work = dateline::absolute_path(line.macro.work);
  line.macro.programs = dateline::absolute_path(line.macro.programs);
  return dateline::bench::run_macro(line.macro);
}

dateline::Status publish(const CommandLine& line, const Report& report) {
  dateline::program::Output output;
  output.write(dateline::bench::to_table(report));
  if (auto flushed = output.flush(); !flushed) return flushed;
  if (line.runs.empty()) return {};
  return dateline::replace_file(fmt::format("{}/{}-{}.json", line.runs, report.date, line.name),
                                dateline::bench::to_json(report));
}

int finish_with(const Error& error) {
  return static_cast<int>(dateline::program::report(kProgram, error));
}

int run(int argc, char** argv) {
  CLI::App app("Measures the programs on a whole corpus: indexing, memory, queries.", kProgram);
  app.set_version_flag("--version", std::string(kProgram) + " " DATELINE_VERSION);
  CommandLine line;
  line.macro.programs = fs::read_symlink("/proc/self/exe").parent_path().string();
  declare(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& wrong) {
    return finish_with({ErrorCode::kUsage, wrong.what(), "--help lists the options"});
  }
  const auto report = run_in_place(line);
  if (!report) return finish_with(report.error());
  if (auto published = publish(line, *report); !published) return finish_with(published.error());
  // Speed at the cost of right answers is a failure. Pages are another matter: what extraction does
  // not find in them is bench/quality's to judge.
  const bool is_exact = report->answers && line.macro.format == "jsonl";
  return is_exact && !report->answers->wrong.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& fault) {
    return finish_with({ErrorCode::kInternal, fault.what(), {}});
  }
}
