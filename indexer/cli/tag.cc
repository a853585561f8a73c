// tag: the people, organisations and places that plain text files name, with where they stand.
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/program/output.h"
#include "common/program/signals.h"
#include "indexer/cli/options.h"
#include "indexer/cli/read_input.h"
#include "indexer/cli/reject_log.h"
#include "indexer/cli/verbs.h"
#include "indexer/entities/joining/document_pass.h"
#include "indexer/entities/model/default_tagger.h"
#include "indexer/entities/tagger.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;

// Larger than any text that people write; a file is held whole, as the whole tells what names mean.
constexpr std::uint64_t kMaxTextBytes = std::uint64_t{256} << 20;

struct TagOptions {
  std::vector<std::string> paths;
  std::string files_from;
  ReportOptions report;
};

std::string to_json(const std::string& path, std::string_view text) {
  nlohmann::ordered_json out;
  out["path"] = path;
  out["spans"] = nlohmann::ordered_json::array();
  for (const NamedSpan& named : named_spans(text, default_tagger())) {
    const EntitySpan& span = named.span;
    out["spans"].push_back({{"start", span.begin},
                            {"end", span.end},
                            {"type", name_of(span.type)},
                            {"text", text.substr(span.begin, span.end - span.begin)},
                            {"name", named.name}});
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

class TagRun {
 public:
  explicit TagRun(RejectLog& rejects) : rejects_(rejects) {}

  ExitCode run(InputList& inputs) {
    while (!output_.closed() && program::caught_signal() == 0) {
      const auto item = inputs.next();
      if (!item) break;
      take(*item);
    }
    if (auto written = output_.flush(); !written) return program::report(kProgram, written.error());
    if (auto closed = rejects_.close(); !closed) return program::report(kProgram, closed.error());
    if (const int signal = program::caught_signal(); signal != 0) return ExitCode{128 + signal};
    return rejects_.count() > 0 ? ExitCode::kRejectedSome : ExitCode::kDone;
  }

 private:
  void take(const tl::expected<InputItem, Rejection>& item) {
    if (!item) return rejects_.add(item.error());
    const auto text = read_input(item->path, kMaxTextBytes);
    if (!text && program::caught_signal() != 0) return;
    if (!text)
      return rejects_.add({item->path, 0, std::string(text.error().code), text.error().reason});
    output_.write(to_json(item->path, *text));
  }

  RejectLog& rejects_;
  program::Output output_;
};

ExitCode run(const TagOptions& options) {
  if (options.paths.empty() && options.files_from.empty()) {
    return program::report(kProgram,
                           {ErrorCode::kUsage, "nothing to read",
                            "name text files, - for standard input, or --files-from FILE"});
  }
  auto inputs = InputList::open(
      {options.paths, options.files_from, {}, [] { return program::caught_signal() != 0; }});
  if (!inputs) return program::report(kProgram, inputs.error());
  auto rejects = RejectLog::open(options.report.rejects, options.report.style());
  if (!rejects) return program::report(kProgram, rejects.error());
  return TagRun(*rejects).run(*inputs);
}

}  // namespace

program::Action declare_tag(CLI::App& verb) {
  auto options = std::make_shared<TagOptions>();
  verb.add_option("FILE", options->paths,
                  "Text files, directories of them, or - for standard input");
  verb.add_option("--files-from", options->files_from, "Read paths from FILE, one a line")
      ->type_name("FILE");
  verb.add_option("--rejects", options->report.rejects,
                  "Write what was rejected to FILE: a JSON object {path, offset, code, reason} a "
                  "line")
      ->type_name("FILE");
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
