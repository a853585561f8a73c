// Options that several verbs share, a struct for each group; declare() adds a group to a verb's
// command line.
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

// What is searched, and with which words and names that stand for each other: files, or none. An
// empty path of aliases is for those that ship.
struct IndexOptions {
  std::vector<std::string> places;
  std::string cluster;  // a file that names shards, in the place of `places`; empty: none
  std::string synonyms = "none";
  std::string aliases;

  void declare(CLI::App& verb);  // --db, --cluster
  void declare_synonyms(CLI::App& verb);
  void declare_aliases(CLI::App& verb);
};

// kUsage where no index is named, or one and a cluster.
Result<Searcher> open_index(const IndexOptions& options);

// The options of a search, as they were given.
struct RequestOptions {
  std::vector<std::string> words;
  std::vector<NamedValue> values;

  // The rows of request_options() that `wanted` takes: the text of the query as arguments, all else
  // as options.
  void declare(CLI::App& verb, bool (*wanted)(const RequestOption& option));
  // What they ask for, and for the rest `initial`; kUsage as request_from().
  Result<Request> request(const Request& initial = {}) const;
  bool has(std::string_view option) const;

 private:
  void declare_words(CLI::App& verb, const RequestOption& row);
};

// How results are shown.
struct LookOptions {
  std::string format = "text";
  program::ColourOption colour;

  // `formats`: what --format takes.
  void declare(CLI::App& verb, const std::vector<std::string>& formats);
};

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
