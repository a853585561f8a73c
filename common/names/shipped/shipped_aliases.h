// The names that are known without anybody's file: share/aliases.toml, which is part of the program.
#pragma once

#include <string>

#include "common/names/aliases.h"

namespace dateline::names {

// The table, read when it is first asked for, once in a process. Any thread may ask. It knows some
// of an entity's names (Aliases::Reach::kSomeNames).
const Aliases& shipped_aliases();

// Its text; made a part of the program by shipped_aliases.cmake.
std::string shipped_aliases_text();

}  // namespace dateline::names
