// info: facts about an index.
#include <fmt/format.h>

#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "common/base/figures.h"
#include "common/base/printable.h"
#include "common/program/output.h"
#include "indexer/cli/options.h"
#include "indexer/cli/verbs.h"
#include "indexer/write/upkeep/index_facts.h"
#include "indexer/write/upkeep/story_count.h"

namespace dateline::indexer::cli {
namespace {

struct InfoOptions {
  IndexOptions index;
  ReportOptions report;
};

nlohmann::ordered_json json_of(const store::Blocklist& blocked) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const store::Blocked& row : blocked.rows()) {
    nlohmann::ordered_json one = nlohmann::ordered_json::object();
    if (!row.id.empty()) one["id"] = row.id;
    if (!row.urls.empty()) one["urls"] = row.urls;
    out.push_back(std::move(one));
  }
  return out;
}

std::string to_json(const IndexFacts& facts, const StoryCount& stories,
                    const store::Blocklist& blocked) {
  nlohmann::ordered_json out;
  out["articles"] = facts.articles;
  out["stories"] = stories.stories;
  out["segments"] = facts.segments;
  out["bytes"] = facts.bytes;
  out["format_version"] = facts.format_version;
  out["revision"] = facts.revision;
  out["updated"] = nullptr;
  if (!facts.updated.empty()) out["updated"] = facts.updated;
  if (!blocked.empty()) out["blocked"] = json_of(blocked);
  // The manifest may hold anything.
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string to_text(const store::Blocklist& blocked) {
  std::string out;
  for (const store::Blocked& row : blocked.rows()) {
    out += "\nblocked         " + visible(row.id);
    for (const std::string& url : row.urls) {
      out += (row.id.empty() && &url == &row.urls.front() ? "" : " ") + visible(url);
    }
  }
  return out;
}

std::string to_text(const IndexFacts& facts, const StoryCount& stories,
                    const store::Blocklist& blocked) {
  return fmt::format(
             "articles        {}\nstories         {}\nsegments        {}\nsize            {}\n"
             "format version  {}\nrevision        {}\nupdated         {}",
             format_count(facts.articles), format_count(stories.stories), facts.segments,
             format_bytes(facts.bytes), facts.format_version, facts.revision,
             facts.updated.empty() ? "never" : visible(facts.updated)) +
         to_text(blocked);
}

void tell_of_articles_without_story(std::uint64_t articles) {
  fmt::print(
      stderr,
      "note: {} articles were indexed before copies were told, and each is counted as a story: "
      "add them again\n",
      format_count(articles));
}

program::ExitCode run(const InfoOptions& options) {
  const auto facts = index_facts(options.index.directory);
  if (!facts) return program::report(kProgram, facts.error());
  const auto stories = count_stories(options.index.directory);
  if (!stories) return program::report(kProgram, stories.error());
  const auto blocked = blocked_in(options.index.directory);
  if (!blocked) return program::report(kProgram, blocked.error());
  program::Output out;
  out.write((options.report.json() ? to_json(*facts, *stories, *blocked)
                                   : to_text(*facts, *stories, *blocked)) +
            "\n");
  if (stories->without > 0) tell_of_articles_without_story(stories->without);
  if (auto written = out.flush(); !written) return program::report(kProgram, written.error());
  return program::ExitCode::kDone;
}

}  // namespace

program::Action declare_info(CLI::App& verb) {
  auto options = std::make_shared<InfoOptions>();
  options->index.declare(verb);
  options->report.declare_format(verb);
  return [options] { return run(*options); };
}

}  // namespace dateline::indexer::cli
