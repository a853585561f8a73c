// The command line of dateline-corpus.
#pragma once

#include <cstdint>
#include <string>

#include <CLI/CLI.hpp>

#include "common/base/result.h"
#include "corpus/generator/stories/layout.h"

namespace dateline::corpus {

enum class Format { kJsonl, kHtml };

struct CommandLine {
  CorpusOptions corpus;
  std::uint64_t articles = 0;
  std::uint64_t first = 0;
  Format format = Format::kJsonl;
  std::string output = "-";
  std::string truth;  // file; empty: none
  std::string facts;
  std::string stories;
  // As typed; read by finish().
  std::string from;
  std::string to;
  double copies = 0.2;
  double edits = 0;
};

// Declares the options, which write into `line`; it must outlive `app`.
void declare(CLI::App& app, CommandLine& line);

// After parsing: reads dates and rates, and checks bounds. kUsage where something is wrong.
Status finish(CommandLine& line);

}  // namespace dateline::corpus
