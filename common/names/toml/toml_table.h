// A file of TOML, from its text to its table: the one way for files that people write for us.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/names/toml/toml_parser.h"

namespace dateline::names {

// The table of the whole file, whose values know the lines that they stand in. kUsage, with the file's
// path, the line where there is one, and `hint`, for what is not UTF-8, has a key of more than 16
// parts (no file of ours has one half as deep, and the parser calls itself for each), or is no TOML.
Result<toml::table> toml_table(std::string_view text, const std::string& path,
                               std::string_view hint);

}  // namespace dateline::names
