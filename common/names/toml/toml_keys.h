// What a TOML file looks like before a parser sees it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::names {

// The number, from 1, of the first line with more than `most` dots outside strings and comments;
// none where there is no such line. Keys have dots: "a.b.c" is a table in a table in a table, and
// parsers that call themselves for each have no end of them in a file of some hundred kilobytes.
std::optional<std::size_t> line_of_deep_key(std::string_view toml, std::size_t most);

}  // namespace dateline::names
