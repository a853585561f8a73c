#include "common/names/toml/toml_keys.h"

#include <algorithm>
#include <string>

namespace dateline::names {
namespace {

// The byte after the string that begins at `at` with a quote, or the end of a string that has none.
std::size_t end_of_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const bool tripled = toml.substr(at, 3) == std::string(3, quote);
  const std::string end(tripled ? 3 : 1, quote);
  for (at += end.size(); at < toml.size(); ++at) {
    if (quote == '"' && toml[at] == '\\') {
      ++at;
    } else if (!tripled && toml[at] == '\n') {
      return at;  // no string of one line: the parser will say so
    } else if (toml.compare(at, end.size(), end) == 0) {
      return at + end.size();
    }
  }
  return toml.size();
}

}  // namespace

std::optional<std::size_t> line_of_deep_key(std::string_view toml, std::size_t most) {
  std::size_t line = 1;
  std::size_t dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    std::size_t next = at + 1;
    if (c == '"' || c == '\'') next = end_of_string(toml, at);
    if (c == '#') next = std::min(toml.find('\n', at), toml.size());
    if (c == '.' && ++dots > most) return line;
    const auto lines = std::count(toml.begin() + static_cast<std::ptrdiff_t>(at),
                                  toml.begin() + static_cast<std::ptrdiff_t>(next), '\n');
    line += static_cast<std::size_t>(lines);
    if (lines > 0) dots = 0;
    at = next;
  }
  return std::nullopt;
}

}  // namespace dateline::names
