// names: whether two names mean one, for each pair of a file.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/strings.h"
#include "common/names/comparison.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "indexer/cli/options.h"
#include "indexer/cli/read_input.h"
#include "indexer/cli/reject_log.h"
#include "indexer/cli/verbs.h"
#include "indexer/input/bytes/byte_order_mark.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;

constexpr std::uint64_t kMaxNamesBytes = std::uint64_t{1} << 30;

struct NamesOptions {
  std::string path;
  ReportOptions report;
};

struct NamePair {
  std::optional<names::NameKind> kind;
  std::string_view a;
  std::string_view b;
};

std::optional<NamePair> read_pair(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  const std::string_view first = line.substr(0, tab);
  const std::string_view rest = line.substr(tab + 1);
  const std::size_t second = rest.find('\t');
  if (second == std::string_view::npos) return NamePair{std::nullopt, first, rest};
  const auto kind = names::name_kind_from(first);
  const std::string_view last = rest.substr(second + 1);
  if (!kind || last.find('\t') != std::string_view::npos) return std::nullopt;
  return NamePair{kind, rest.substr(0, second), last};
}

class NamesRun {
 public:
  NamesRun(const std::string& path, RejectLog& rejects) : path_(path), rejects_(rejects) {}

  ExitCode run(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (output_.closed() || program::caught_signal() != 0) break;
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) take(line, at);
      at = end + 1;
    }
    if (auto written = output_.flush(); !written) return program::report(kProgram, written.error());
    if (auto closed = rejects_.close(); !closed) return program::report(kProgram, closed.error());
    if (const int signal = program::caught_signal(); signal != 0) return ExitCode{128 + signal};
    return rejects_.count() > 0 ? ExitCode::kRejectedSome : ExitCode::kDone;
  }

 private:
  // A line that is no pair has an answer too, so that answers stand beside their lines.
  void take(std::string_view line, std::size_t offset) {
    const auto pair = read_pair(line);
    if (!pair) {
      rejects_.add({path_, offset, "bad-pair", "not two names with a tab between them"});
    }
    const names::Verdict verdict =
        pair ? names::compare_names(pair->a, pair->b, pair->kind) : names::Verdict{};
    output_.write(fmt::format("{}\t{:.4f}\n", verdict.same ? "same" : "different", verdict.score));
  }

  std::string path_;
  RejectLog& rejects_;
  program::Output output_;
};

Error error_of(const std::string& path, const Refusal& refusal) {
  const ErrorCode code = refusal.code == reject::kMissing ? ErrorCode::kNotFound : ErrorCode::kIo;
  return {code, fmt::format("cannot read {}: {}", path, refusal.reason), ""};
}

ExitCode run(const NamesOptions& options) {
  const auto text = read_input(options.path, kMaxNamesBytes);
  if (const int signal = program::caught_signal(); signal != 0) return ExitCode{128 + signal};
  if (!text) return program::report(kProgram, error_of(options.path, text.error()));
  auto rejects = RejectLog::open(options.report.rejects, options.report.style());
  if (!rejects) return program::report(kProgram, rejects.error());
  return NamesRun(options.path, *rejects).run(without_byte_order_mark(*text));
}

}  // namespace

program::Action declare_names(CLI::App& verb) {
  auto options = std::make_shared<NamesOptions>();
  verb.add_option("FILE", options->path,
                  "A pair a line, with a tab between; person, organisation or place and a tab may "
                  "stand before it. - for standard input")
      ->required();
  verb.add_option("--rejects", options->report.rejects,
                  "Write what was rejected to FILE: a JSON object {path, offset, code, reason} a "
                  "line")
      ->type_name("FILE");
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
