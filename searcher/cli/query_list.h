// --queries: a list of queries in, a table out.
#pragma once

#include <string>

#include "common/program/exit_code.h"
#include "searcher/search/searcher.h"

namespace dateline::search::cli {

// Asks each line of the file (standard input where it is "-") as `request` asks for the rest, and
// prints a row for each as soon as it is known, as CSV or, for the format "jsonl", as JSON lines.
// Empty lines are passed over. What is wrong with a line is said with its number, and the others go
// on: kRejectedSome then. Memory does not grow with the list.
program::ExitCode run_list(Searcher& searcher, const Request& request, const std::string& path,
                           const std::string& format);

}  // namespace dateline::search::cli
