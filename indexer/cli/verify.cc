// verify: is everything in the index as it should be?
#include <fmt/format.h>

#include <memory>

#include <nlohmann/json.hpp>

#include "common/base/figures.h"
#include "common/base/printable.h"
#include "common/program/output.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/upkeep/verification.h"

namespace dateline::indexer::cli {
namespace {

struct VerifyOptions {
  IndexOptions index;
  ReportOptions report;
};

std::string to_json(const Verification& found) {
  nlohmann::ordered_json out;
  out["sound"] = found.sound();
  out["articles"] = found.articles;
  out["faults"] = found.faults;
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string to_text(const Verification& found) {
  if (found.sound()) return fmt::format("sound: {} articles\n", format_count(found.articles));
  std::string out;
  for (const std::string& fault : found.faults) out += visible(fault) + "\n";
  return out;
}

program::ExitCode run(const VerifyOptions& options) {
  const auto found = verify_index(options.index.directory);
  if (!found) return program::report(kProgram, found.error());
  program::Output out;
  out.write(options.report.json() ? to_json(*found) : to_text(*found));
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  if (found->sound()) return program::ExitCode::kDone;
  return program::report(kProgram,
                         {ErrorCode::kCorrupt, options.index.directory + " is damaged",
                          "restore a backup, or index the articles into a new directory"});
}

}  // namespace

program::Action declare_verify(CLI::App& verb) {
  auto options = std::make_shared<VerifyOptions>();
  options->index.declare(verb);
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
