// Pages of the manual, in troff, made of the same tables as --help.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/program/command_line.h"

namespace dateline::program {

// The page of a verb; of the program itself where `verb` is empty; nullopt where there is no such
// verb.
std::optional<std::string> manual_page(const Program& program, std::string_view verb);

}  // namespace dateline::program
