// trend: how many articles queries find over time.
#include <memory>

#include "common/base/file.h"
#include "searcher/cli/options.h"
#include "searcher/cli/verbs.h"
#include "searcher/output/trends/trend_chart.h"

namespace dateline::search::cli {
namespace {

struct TrendVerb {
  IndexOptions index;
  LookOptions look;
  RequestOptions request;
  std::vector<std::string> queries;
  std::string chart;
};

// A file is replaced as a whole; what is no file, as /dev/stdout, would be replaced by one.
Status write_chart(const std::string& path, const Trend& trend) {
  const auto there = real_files().facts(path);
  if (there && !there->is_regular) {
    return failure(ErrorCode::kUsage, path + " is no file", "name a file for --svg");
  }
  return replace_file(path, output::chart_of(trend));
}

program::ExitCode run(const TrendVerb& verb) {
  const auto request = verb.request.request();
  if (!request) return fail(request.error());
  auto searcher = open_index(verb.index);
  if (!searcher) return fail(searcher.error());
  auto trend = searcher->trend(verb.queries, *request);
  if (!trend) return fail(trend.error());
  if (!verb.chart.empty()) {
    if (auto written = write_chart(verb.chart, *trend); !written) return fail(written.error());
  }
  return show(std::move(*trend), verb.look);
}

}  // namespace

program::Action declare_trend(CLI::App& verb) {
  auto options = std::make_shared<TrendVerb>();
  options->index.declare(verb);
  verb.add_option("QUERY", options->queries,
                  "What to count; each argument is a query, at most 16, side by side")
      ->type_name("")
      ->required();
  options->request.declare(verb, [](const RequestOption& option) {
    return option.name == "by" || option.name == "deadline" ||
           (option.matching && option.name != kQueryOption);
  });
  options->index.declare_synonyms(verb);
  options->index.declare_aliases(verb);
  verb.add_option("--svg", options->chart, "Draw a chart into this file too")->type_name("FILE");
  options->look.declare(verb, {"text", "json", "csv"});
  return [options] { return run(*options); };
}

}  // namespace dateline::search::cli
