// Options that several verbs share, and what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/program/exit_code.h"
#include "common/program/terminal.h"
#include "searcher/output/writer.h"
#include "searcher/search/searcher.h"

namespace dateline::search::cli {

inline constexpr const char* kProgram = "dateline-search";

// A subcommand with --help and --version.
CLI::App* add_verb(CLI::App& app, const std::string& name, const std::string& help);

// CLI11 reads "-3" as a huge number where a size is wanted.
CLI::Validator not_negative();

struct IndexOptions {
  std::vector<std::string> places;
};
void add_index_options(CLI::App& verb, IndexOptions& options);

// kUsage where no index is named.
Result<Searcher> open_index(const IndexOptions& options);

// Names that mean one person, organisation or place.
struct AliasOptions {
  std::string aliases = "none";  // a file, or none
};
void add_alias_options(CLI::App& verb, AliasOptions& options);

// Puts them to use.
Status use(const AliasOptions& options, Searcher& searcher);

struct LookOptions {
  std::string format = "text";
  std::string colour = "auto";
};
// `formats`: what --format takes.
void add_look_options(CLI::App& verb, LookOptions& options,
                      const std::vector<std::string>& formats);
output::Format format_of(const LookOptions& options);
output::Look look_of(const LookOptions& options);

// What tells which articles match: the query's words, --match, --spelling, --from, --to.
struct MatchOptions {
  std::vector<std::string> words;
  std::string match = "all";
  std::string spelling = "both";
  std::string from;
  std::string to;
};
void add_match_options(CLI::App& verb, MatchOptions& options);
Request request_of(const MatchOptions& options);

// Words that stand for each other.
struct SynonymOptions {
  std::string synonyms = "none";  // a file, or none
};
void add_synonym_options(CLI::App& verb, SynonymOptions& options);

// As open_index, with the synonyms in use.
Result<Searcher> open_index(const IndexOptions& index, const SynonymOptions& synonyms);

// Prints results on standard output and remarks on standard error; a closed pipe is success.
program::ExitCode print(std::string_view results, std::string_view remarks = {});

// Prints an error on standard error.
program::ExitCode fail(const Error& error);

}  // namespace dateline::search::cli
