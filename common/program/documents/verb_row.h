// A verb as tables: what its help lists, for what is written about it elsewhere (pages of the
// manual, completions of shells).
#pragma once

#include <string>
#include <vector>

#include "common/program/command_line.h"

namespace dateline::program {

struct OptionRow {
  std::vector<std::string> names;  // "--color", "--colour"; empty for arguments
  std::string value;  // what help calls it: "N", "all|any"; of an argument its name; empty: a flag
  std::vector<std::string> choices;  // where it takes one of these alone
  std::string initial;               // its value where nobody gives one; empty: none
  std::string help;
  std::string environment;  // the variable that stands for it; empty: none
  bool required = false;
  bool repeatable = false;
};

struct VerbRow {
  std::string name;
  std::string help;
  std::vector<OptionRow> options;    // in the order of help
  std::vector<OptionRow> arguments;  // what stands without a name
};

// All verbs of a program, as they declare themselves.
std::vector<VerbRow> rows_of(const Program& program);

}  // namespace dateline::program
