// A whole-corpus run through the real programs: generate, index, search.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/macro/report.h"
#include "common/base/result.h"

namespace dateline::bench {

struct MacroOptions {
  std::string programs;             // directory of dateline-index and dateline-corpus; absolute
  std::uint64_t articles = 20'000;  // to generate, where there is no input
  std::uint64_t seed = 1;
  std::string format = "jsonl";       // of the generated corpus: jsonl or html
  std::vector<std::string> input;     // files and directories to index instead
  std::vector<std::string> indexing;  // further options of dateline-index add
  std::string work;                   // an empty directory, absolute; what is made stays there
  std::size_t queries = 100;          // of each kind
  std::size_t rounds = 3;
};

// kInternal where the index does not come out; what the programs print on standard error passes
// through.
Result<Report> run_macro(const MacroOptions& options);

}  // namespace dateline::bench
