// Options that several verbs share, and what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/program/colour_option.h"
#include "common/program/exit_code.h"
#include "searcher/output/renderer.h"
#include "searcher/search/request_options.h"
#include "searcher/search/searcher.h"

namespace dateline::search::cli {

inline constexpr const char* kProgram = "dateline-search";

// CLI11 reads "-3" as a huge number where a size is wanted.
CLI::Validator not_negative();

// What is searched, and with which words and names that stand for each other: files, or none.
struct IndexOptions {
  std::vector<std::string> places;
  std::string synonyms = "none";
  std::string aliases = "none";
};
void add_index_options(CLI::App& verb, IndexOptions& options);
void add_synonym_options(CLI::App& verb, IndexOptions& options);
void add_alias_options(CLI::App& verb, IndexOptions& options);

// kUsage where no index is named.
Result<Searcher> open_index(const IndexOptions& options);

// The options of a search, as they were given.
struct RequestOptions {
  std::vector<std::string> words;
  std::vector<NamedValue> values;
};

// Declares the rows of request_options() that `wanted` takes: the text of the query as arguments,
// all else as options.
void add_request_options(CLI::App& verb, RequestOptions& options,
                         bool (*wanted)(const RequestOption& option));
Result<Request> request_of(const RequestOptions& options);

// How results are shown.
struct LookOptions {
  std::string format = "text";
  program::ColourOption colour;
};
// `formats`: what --format takes.
void add_look_options(CLI::App& verb, LookOptions& options,
                      const std::vector<std::string>& formats);

// Prints the results on standard output and the remarks on standard error; a closed pipe is
// success.
program::ExitCode show(const output::Shown& shown, const LookOptions& look);

// Prints an error on standard error.
program::ExitCode fail(const Error& error);

// One of the two.
template <typename T>
program::ExitCode show_or_fail(Result<T> result, const LookOptions& look) {
  if (!result) return fail(result.error());
  return show(std::move(*result), look);
}

}  // namespace dateline::search::cli
