// Colour and width of the terminal that we write to, if it is one.
#pragma once

#include <cstdio>
#include <optional>
#include <string_view>

namespace dateline::program {

enum class ColourChoice { kAuto, kAlways, kNever };

// "auto", "always", "never".
std::optional<ColourChoice> colour_choice_from(std::string_view name);

// Escape sequences, all empty where colour is not wanted.
struct Style {
  std::string_view error;
  std::string_view heading;
  std::string_view match;
  std::string_view dim;
  std::string_view reset;
};

// kAuto: colour on a terminal, unless NO_COLOR is set and not empty or TERM is "dumb".
Style style_for(std::FILE* stream, ColourChoice choice);

bool is_terminal(std::FILE* stream);

// Columns; 80 where it cannot be told.
int terminal_width(std::FILE* stream);

}  // namespace dateline::program
