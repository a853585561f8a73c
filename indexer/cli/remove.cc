// remove: articles out of the index, by id, by address or by query.
#include <fmt/format.h>

#include <memory>
#include <vector>

#include "common/base/figures.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "common/store/index.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/index/index_writer.h"
#include "indexer/write/index/input_stamps.h"
#include "searcher/search/searcher.h"

namespace dateline::indexer::cli {
namespace {

using program::ExitCode;

struct RemoveOptions {
  IndexOptions index;
  ReportOptions report;
  std::vector<std::string> ids;
  std::vector<std::string> urls;
  std::string query;
};

using Count = Result<std::uint64_t>;

// The ids of at most 10,000 articles that match. The search program would find the same ones: it is
// the same library.
Result<std::vector<std::string>> matching_ids(search::Searcher& searcher,
                                              const std::string& query) {
  search::Request request;
  request.query = query;
  request.limit = 10000;
  request.snippet_chars = 0;
  request.collapse = search::Collapse::kNone;
  request.all_statuses = true;
  request.deadline = std::chrono::minutes(10);
  auto answer = searcher.search(request);
  if (!answer) return failure(answer.error());
  std::vector<std::string> ids;
  for (search::Hit& hit : answer->hits) ids.push_back(std::move(hit.article.id));
  return ids;
}

Count remove_ids(IndexWriter& writer, const std::vector<std::string>& ids) {
  std::uint64_t gone = 0;
  for (const std::string& id : ids) {
    auto removed = writer.remove_id(id);
    if (!removed) return removed;
    gone += *removed;
  }
  if (auto committed = writer.commit(); !committed) return failure(committed.error());
  return gone;
}

// Round by round, each seeing what the one before has left, until nothing matches.
Count remove_matching(IndexWriter& writer, const RemoveOptions& options) {
  auto searcher = search::Searcher::open({options.index.directory});
  if (!searcher) return failure(searcher.error());
  std::uint64_t gone = 0;
  while (program::caught_signal() == 0) {
    const auto ids = matching_ids(*searcher, options.query);
    if (!ids) return failure(ids.error());
    auto removed = remove_ids(writer, *ids);
    if (!removed) return removed;
    gone += *removed;
    if (*removed == 0) break;
  }
  return gone;
}

Count remove_all(IndexWriter& writer, const RemoveOptions& options) {
  auto gone = remove_ids(writer, options.ids);
  for (const std::string& url : options.urls) {
    if (!gone) return gone;
    auto removed = writer.remove_url(url);
    if (!removed) return removed;
    *gone += *removed;
  }
  if (!gone || options.query.empty()) return gone;
  auto matched = remove_matching(writer, options);
  if (!matched) return matched;
  return *gone + *matched;
}

Status check(const RemoveOptions& options) {
  if (options.ids.empty() && options.urls.empty() && options.query.empty()) {
    return failure(ErrorCode::kUsage, "nothing to remove",
                   "name articles with --id, --url or --query");
  }
  if (store::has_index(options.index.directory)) return {};
  return failure(ErrorCode::kNotFound, "there is no index in " + options.index.directory);
}

ExitCode print(const RemoveOptions& options, std::uint64_t removed, std::uint64_t articles) {
  program::Output out;
  if (options.report.json()) {
    out.write(fmt::format("{{\"removed\":{},\"articles\":{}}}\n", removed, articles));
  } else {
    out.write(fmt::format("{} removed; {} articles in the index\n", format_count(removed),
                          format_count(articles)));
  }
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  const int signal = program::caught_signal();
  return signal != 0 ? ExitCode{128 + signal} : ExitCode::kDone;
}

ExitCode run(const RemoveOptions& options) {
  if (auto checked = check(options); !checked) return program::report(kProgram, checked.error());
  auto writer = IndexWriter::open(options.index.directory);
  if (!writer) return program::report(kProgram, writer.error());
  const auto removed = remove_all(**writer, options);
  if (!removed) return program::report(kProgram, removed.error());
  if (auto done = (*writer)->commit(); !done) return program::report(kProgram, done.error());
  // Files that have not changed may have articles to give again.
  if (*removed > 0) InputStamps::drop(options.index.directory);
  const auto articles = (*writer)->articles();
  if (!articles) return program::report(kProgram, articles.error());
  return print(options, *removed, *articles);
}

}  // namespace

program::Action declare_remove(CLI::App& verb) {
  auto options = std::make_shared<RemoveOptions>();
  options->index.declare(verb);
  verb.add_option("--id", options->ids, "The article with this id; may be given several times")
      ->type_name("ID");
  verb.add_option("--url", options->urls, "Articles with this address; may be given several times")
      ->type_name("URL");
  verb.add_option("--query", options->query, "All articles that dateline-search finds for this")
      ->type_name("QUERY");
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
