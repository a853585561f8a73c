// remove: articles out of the index, by id, by address or by query; and, if that is asked for, never in
// again.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "common/base/calendar.h"
#include "common/base/clock.h"
#include "common/program/output.h"
#include "common/program/signals.h"
#include "common/store/index.h"
#include "indexer/cli/options.h"
#include "indexer/cli/receipt.h"
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
  bool block = false;
  bool unblock = false;
};

using Count = Result<std::uint64_t>;

constexpr const char* kCopiesNote =
    "note: compact takes the last bytes out of the index; backups, copies and the inputs "
    "themselves "
    "are not touched\n";

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

// As a commit has it.
std::string utc_text(std::chrono::sys_seconds now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  return Timestamp(day, static_cast<std::int32_t>((now - day).count()), 0).to_string();
}

bool names_id(const std::vector<store::Blocked>& rows, const std::string& id) {
  return std::ranges::any_of(rows, [&](const store::Blocked& row) { return row.id == id; });
}

bool names_url(const std::vector<store::Blocked>& rows, const std::string& url) {
  return std::ranges::any_of(rows, [&](const store::Blocked& row) {
    return std::ranges::find(row.urls, url) != row.urls.end();
  });
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
  if (options.unblock && !options.query.empty()) {
    return failure(ErrorCode::kUsage, "--unblock takes no --query: what is blocked is not there",
                   "name it with --id or --url, as dateline-index info shows it");
  }
  for (const std::string& url : options.urls) {
    if (!store::block_url(url).empty()) continue;
    return failure(ErrorCode::kUsage, url + " is no http or https address",
                   "give the whole address: https://news.example/article");
  }
  if (store::has_index(options.index.directory)) return {};
  return failure(ErrorCode::kNotFound, "there is no index in " + options.index.directory);
}

// Also what was named and is not there: it may come yet.
void block(IndexWriter& writer, const RemoveOptions& options, Receipt& receipt) {
  store::Blocklist list = writer.blocked();
  receipt.blocked = receipt.removed;
  for (const std::string& id : options.ids) {
    if (!list.blocks_id(id) && !names_id(receipt.removed, id)) receipt.blocked.push_back({id, {}});
  }
  for (const std::string& url : options.urls) {
    const std::string spelled = store::block_url(url);
    if (!list.blocks_url(spelled) && !names_url(receipt.removed, spelled)) {
      receipt.blocked.push_back({"", {spelled}});
    }
  }
  for (const store::Blocked& row : receipt.blocked) list.add(row);
  if (!receipt.blocked.empty()) writer.set_blocked(std::move(list));
}

void unblock(IndexWriter& writer, const RemoveOptions& options, Receipt& receipt) {
  store::Blocklist list = writer.blocked();
  for (const std::string& id : options.ids) receipt.unblocked += list.lift_id(id);
  for (const std::string& url : options.urls) receipt.unblocked += list.lift_url(url);
  if (receipt.unblocked > 0) writer.set_blocked(std::move(list));
}

Status change(IndexWriter& writer, const RemoveOptions& options, Receipt& receipt) {
  if (options.unblock) {
    unblock(writer, options, receipt);
  } else {
    if (auto removed = remove_all(writer, options); !removed) return failure(removed.error());
    receipt.removed = writer.take_removed();
    if (options.block) block(writer, options, receipt);
  }
  if (auto done = writer.commit(); !done) return done;
  const auto articles = writer.articles();
  if (!articles) return failure(articles.error());
  receipt.articles = *articles;
  receipt.revision = writer.generation();
  receipt.time = utc_text(system_clock().now());
  return {};
}

ExitCode print(const RemoveOptions& options, const Receipt& receipt) {
  program::Output out;
  out.write((options.report.json() ? to_json(receipt) : to_text(receipt)) + "\n");
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  if (!receipt.removed.empty()) fmt::print(stderr, "{}", kCopiesNote);
  const int signal = program::caught_signal();
  return signal != 0 ? ExitCode{128 + signal} : ExitCode::kDone;
}

ExitCode run(const RemoveOptions& options) {
  if (auto checked = check(options); !checked) return program::report(kProgram, checked.error());
  WriterOptions writing;
  writing.note_removed = true;
  auto writer = IndexWriter::open(options.index.directory, writing);
  if (!writer) return program::report(kProgram, writer.error());
  Receipt receipt;
  const auto done = change(**writer, options, receipt);
  // Files that have not changed may have articles to give again; also after half of it.
  if (!done || !receipt.removed.empty() || receipt.unblocked > 0) {
    InputStamps::drop(options.index.directory);
  }
  if (!done) return program::report(kProgram, done.error());
  return print(options, receipt);
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
  CLI::Option* const block =
      verb.add_flag("--block", options->block, "Keep them away when they come again, too");
  verb.add_flag("--unblock", options->unblock, "Remove nothing; let in again what was blocked")
      ->excludes(block);
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
