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

std::string to_json(const IndexFacts& facts, const StoryCount& stories) {
  nlohmann::ordered_json out;
  out["articles"] = facts.articles;
  out["stories"] = stories.stories;
  out["segments"] = facts.segments;
  out["bytes"] = facts.bytes;
  out["format_version"] = facts.format_version;
  out["revision"] = facts.revision;
  out["updated"] = nullptr;
  if (!facts.updated.empty()) out["updated"] = facts.updated;
  // The manifest may hold anything.
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string to_text(const IndexFacts& facts, const StoryCount& stories) {
  return fmt::format(
      "articles        {}\nstories         {}\nsegments        {}\nsize            {}\n"
      "format version  {}\nrevision        {}\nupdated         {}",
      format_count(facts.articles), format_count(stories.stories), facts.segments,
      format_bytes(facts.bytes), facts.format_version, facts.revision,
      facts.updated.empty() ? "never" : visible(facts.updated));
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
  program::Output out;
  out.write((options.report.json() ? to_json(*facts, *stories) : to_text(*facts, *stories)) + "\n");
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
