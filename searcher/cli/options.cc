#include "searcher/cli/options.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "common/base/strings.h"
#include "common/program/output.h"

namespace dateline::search::cli {

CLI::App* add_verb(CLI::App& app, const std::string& name, const std::string& help) {
  CLI::App* verb = app.add_subcommand(name, help);
  verb->set_version_flag("--version", std::string(kProgram) + " " + DATELINE_VERSION);
  return verb;
}

CLI::Validator not_negative() {
  CLI::Validator validator;
  validator.operation([](const std::string& value) {
    return value.substr(0, 1) == "-" ? value + " is negative" : std::string();
  });
  return validator;
}

void add_index_options(CLI::App& verb, IndexOptions& options) {
  verb.add_option("--db", options.places,
                  "The index: a directory, or host:port of a xapian-tcpsrv. Repeat it to search "
                  "several as one")
      ->type_name("DIR")
      ->envname("DATELINE_DB")
      ->allow_extra_args(false);
}

Result<Searcher> open_index(const IndexOptions& options) {
  if (options.places.empty()) {
    return failure(ErrorCode::kUsage, "no index is named", "give --db DIR, or set DATELINE_DB");
  }
  return Searcher::open(options.places);
}

void add_alias_options(CLI::App& verb, AliasOptions& options) {
  verb.add_option("--aliases", options.aliases,
                  "A file of names that mean one person, organisation or place; or none")
      ->type_name("FILE|none")
      ->envname("DATELINE_ALIASES")
      ->capture_default_str();
}

Status use(const AliasOptions& options, Searcher& searcher) {
  return searcher.use_aliases(options.aliases);
}

void add_look_options(CLI::App& verb, LookOptions& options,
                      const std::vector<std::string>& formats) {
  verb.add_option("--format", options.format, "How to print")
      ->check(CLI::IsMember(formats))
      ->capture_default_str();
  verb.add_option("--color,--colour", options.colour, "Colour: on a terminal, or as said")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

output::Format format_of(const LookOptions& options) {
  return output::format_from(options.format).value_or(output::Format::kText);
}

output::Look look_of(const LookOptions& options) {
  const auto colour = program::colour_choice_from(options.colour);
  output::Look look;
  look.style = program::style_for(stdout, colour.value_or(program::ColourChoice::kAuto));
  look.width = program::terminal_width(stdout);
  return look;
}

void add_match_options(CLI::App& verb, MatchOptions& options) {
  verb.add_option("QUERY", options.words,
                  "What to look for; several arguments are joined by spaces. Put -- before a query "
                  "that begins with a minus")
      ->type_name("");
  verb.add_option("--match", options.match, "Whether all words must be there, or any")
      ->check(CLI::IsMember({"all", "any"}))
      ->capture_default_str();
  verb.add_option("--spelling", options.spelling,
                  "Look for English words in British and American spelling, or exactly as written")
      ->check(CLI::IsMember({"both", "exact"}))
      ->capture_default_str();
  verb.add_option("--from", options.from, "Published on this date or later: 2020-01-06, 2020, 7d")
      ->type_name("DATE");
  verb.add_option("--to", options.to, "Published on this date or earlier")->type_name("DATE");
}

Request request_of(const MatchOptions& options) {
  Request request;
  request.query = join(options.words, " ");
  request.match = options.match == "any" ? Match::kAny : Match::kAll;
  request.spelling = options.spelling == "exact" ? Spelling::kExact : Spelling::kBoth;
  request.from = options.from;
  request.to = options.to;
  return request;
}

void add_synonym_options(CLI::App& verb, SynonymOptions& options) {
  verb.add_option("--synonyms", options.synonyms,
                  "A file of words that stand for each other, a group a line; or none")
      ->type_name("FILE|none")
      ->envname("DATELINE_SYNONYMS")
      ->capture_default_str();
}

Result<Searcher> open_index(const IndexOptions& index, const SynonymOptions& synonyms) {
  auto searcher = open_index(index);
  if (!searcher) return searcher;
  if (auto used = searcher->use_synonyms(synonyms.synonyms); !used) return failure(used.error());
  return searcher;
}

program::ExitCode print(std::string_view results, std::string_view remarks) {
  program::Output out;
  out.write(results);
  if (auto flushed = out.flush(); !flushed) return fail(flushed.error());
  // After the results, so that on a terminal the total stands below them.
  fmt::print(stderr, "{}", remarks);
  return program::ExitCode::kDone;
}

program::ExitCode fail(const Error& error) { return program::report(kProgram, error); }

}  // namespace dateline::search::cli
