// Scripts that complete command lines in shells, made of the same tables as --help.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/program/command_line.h"

namespace dateline::program {

// For "bash", "zsh" or "fish"; nullopt for another shell.
std::optional<std::string> completion_script(const Program& program, std::string_view shell);

}  // namespace dateline::program
