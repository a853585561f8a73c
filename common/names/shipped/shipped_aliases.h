// The names that are known without anybody's file: share/aliases.toml, which is part of the program.
#pragma once

#include <string>

#include "common/names/aliases.h"

namespace dateline::names {

// The table, read when a name is first looked for in it, once in a process, which takes some
// milliseconds: a search that asks for no names does not wait for it. Any thread may ask. It knows
// some of an entity's names (Aliases::Reach::kSomeNames).
const Aliases& shipped_aliases();

// Its text; made a part of the program by shipped_aliases.cmake.
std::string shipped_aliases_text();

}  // namespace dateline::names
