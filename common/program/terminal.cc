#include "common/program/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace dateline::program {
namespace {

bool wants_colour(std::FILE* stream, ColourChoice choice) {
  if (choice != ColourChoice::kAuto) return choice == ColourChoice::kAlways;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  if (term != nullptr && std::string_view(term) == "dumb") return false;
  return is_terminal(stream);
}

}  // namespace

std::optional<ColourChoice> colour_choice_from(std::string_view name) {
  if (name == "auto") return ColourChoice::kAuto;
  if (name == "always") return ColourChoice::kAlways;
  if (name == "never") return ColourChoice::kNever;
  return std::nullopt;
}

Style style_for(std::FILE* stream, ColourChoice choice) {
  if (!wants_colour(stream, choice)) return {};
  return {"\033[1;31m", "\033[1m", "\033[1;33m", "\033[2m", "\033[0m"};
}

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) == 1; }

int terminal_width(std::FILE* stream) {
  winsize size{};
  if (::ioctl(::fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

}  // namespace dateline::program
