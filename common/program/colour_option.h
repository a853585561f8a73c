// --color, as every verb that prints for people has it.
#pragma once

#include <cstdio>
#include <string>

#include "common/program/terminal.h"

namespace CLI {  // NOLINT(readability-identifier-naming): it is theirs
class App;
}

namespace dateline::program {

struct ColourOption {
  std::string choice = "auto";

  void declare(CLI::App& verb);
  Style style_for(std::FILE* stream) const;
};

}  // namespace dateline::program
