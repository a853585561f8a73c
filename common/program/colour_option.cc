#include "common/program/colour_option.h"

#include <CLI/CLI.hpp>

namespace dateline::program {

void ColourOption::declare(CLI::App& verb) {
  verb.add_option("--color,--colour", choice, "Colour: auto (on a terminal), always or never")
      ->type_name("auto|always|never")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

Style ColourOption::style_for(std::FILE* stream) const {
  return program::style_for(stream, colour_choice_from(choice).value_or(ColourChoice::kAuto));
}

}  // namespace dateline::program
