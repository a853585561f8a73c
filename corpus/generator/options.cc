#include "corpus/generator/options.h"

#include <cmath>
#include <map>

namespace dateline::corpus {
namespace {

Status read_day(const std::string& text, const char* option, std::chrono::year_month_day& into) {
  if (text.empty()) return {};
  const auto read = Timestamp::parse(text);
  if (!read || read->has_time()) {
    return failure(ErrorCode::kUsage, std::string(option) + " " + text + ": not a day that exists",
                   "write it as YYYY-MM-DD");
  }
  into = read->day();
  return {};
}

}  // namespace

void declare(CLI::App& app, CommandLine& line) {
  const std::map<std::string, Format> formats{{"jsonl", Format::kJsonl}, {"html", Format::kHtml}};
  app.add_option("--articles", line.articles, "How many articles")->required();
  app.add_option("--first", line.first, "The number of the first one")->capture_default_str();
  app.add_option("--seed", line.corpus.seed, "Another seed, another archive")
      ->capture_default_str();
  app.add_option("--format", line.format, "jsonl: a record a line; html: pages with furniture")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case))
      ->type_name("jsonl|html")
      ->default_str("jsonl");
  app.add_option("--output", line.output,
                 "A directory (articles.jsonl, or pages and a manifest.tsv of their paths in it), "
                 "or - for one "
                 "stream")
      ->type_name("DIR|-")
      ->capture_default_str();
  app.add_option("--from", line.from, "First day of publication")
      ->type_name("DATE")
      ->default_str("2015-01-01");
  app.add_option("--to", line.to, "Last day of publication")
      ->type_name("DATE")
      ->default_str("2024-12-31");
  app.add_option("--mean-words", line.corpus.mean_words, "Mean length of a body")
      ->capture_default_str();
  app.add_option("--copies", line.copies, "Share of articles that copy another's story, 0 to 0.9")
      ->type_name("RATE")
      ->capture_default_str();
  app.add_option(
         "--edits", line.edits,
         "Share of a copy's sentences that are dropped, written anew, and moved, each, 0 to "
         "0.3; 0: as copies mostly are")
      ->type_name("RATE")
      ->capture_default_str();
  app.add_option("--stories", line.stories,
                 "Also write which article's story each tells: its id, a tab, that one's id")
      ->type_name("FILE");
  app.add_option("--truth", line.truth, "Also write the pages' article records, as JSONL")
      ->type_name("FILE");
  app.add_option("--facts", line.facts, "Also write counts and query answers that hold, as JSON")
      ->type_name("FILE");
}

Status finish(CommandLine& line) {
  if (auto read = read_day(line.from, "--from", line.corpus.from); !read) return read;
  if (auto read = read_day(line.to, "--to", line.corpus.to); !read) return read;
  if (!(line.copies >= 0 && line.copies <= 0.9)) {
    return failure(ErrorCode::kUsage, "--copies must be 0 to 0.9");
  }
  line.corpus.copies_per_mille = static_cast<std::uint32_t>(std::lround(line.copies * 1000));
  if (!(line.edits >= 0 && line.edits <= 0.3)) {
    return failure(ErrorCode::kUsage, "--edits must be 0 to 0.3");
  }
  line.corpus.edits_per_mille = static_cast<std::uint32_t>(std::lround(line.edits * 1000));
  constexpr std::uint64_t kMost = std::uint64_t{1} << 47;
  if (line.articles > kMost || line.first > kMost) {
    return failure(ErrorCode::kUsage, "--articles and --first go up to 2^47");
  }
  return check(line.corpus);
}

}  // namespace dateline::corpus
