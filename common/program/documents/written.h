// What is written about a program, as files below one folder: for whoever installs it.
#pragma once

#include <string>

#include "common/base/result.h"
#include "common/program/command_line.h"

namespace dateline::program {

// Below `directory`, which is made where it is not there, laid out as below /usr/share: man1 with a
// page for the program and one for each verb, bash-completion, zsh and fish. Fails as writing does.
Status write_documents(const Program& program, const std::string& directory);

}  // namespace dateline::program
