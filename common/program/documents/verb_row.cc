#include "common/program/documents/verb_row.h"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "common/base/strings.h"

namespace dateline::program {
namespace {

std::vector<std::string> choices_in(std::string_view list, char separator) {
  std::vector<std::string> out;
  for (const std::string_view one : split(list, separator)) out.emplace_back(one);
  return out;
}

// CLI11 writes what is checked behind the value's name: "FORMAT:{text,json}", "N:UINT in [1 - 9]".
void read_value(std::string_view type, OptionRow& row) {
  const std::size_t set = type.find(":{");
  if (set != std::string_view::npos) {
    const std::string_view list = type.substr(set + 2);
    row.choices = choices_in(list.substr(0, list.find('}')), ',');
  }
  const std::size_t range = type.find(":UINT in [");
  row.value = type.substr(0, std::min(set, range));
  if (row.value.find('|') == std::string::npos || !row.choices.empty()) return;
  // Names in capitals stand for something else, and so is no choice what is beside them.
  const auto is_lower = [](char c) { return c == '|' || c == '-' || (c >= 'a' && c <= 'z'); };
  if (std::all_of(row.value.begin(), row.value.end(), is_lower)) {
    row.choices = choices_in(row.value, '|');
  }
}

OptionRow row_of(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) read_value(option.get_type_name(), row);
  if (row.names.empty()) row.value = option.get_name();
  row.initial = option.get_default_str();
  row.help = option.get_description();
  row.environment = option.get_envname();
  row.required = option.get_required();
  row.repeatable = option.get_items_expected_max() > 1;
  return row;
}

VerbRow row_of(const Verb& verb) {
  CLI::App command_line(verb.help, verb.name);
  static_cast<void>(verb.declare(command_line));
  VerbRow row{verb.name, verb.help, {}, {}};
  for (const CLI::Option* option : command_line.get_options()) {
    if (option->get_group().empty()) continue;
    (option->get_positional() ? row.arguments : row.options).push_back(row_of(*option));
  }
  return row;
}

}  // namespace

std::vector<VerbRow> rows_of(const Program& program) {
  std::vector<VerbRow> rows;
  for (const Verb& verb : program.verbs) rows.push_back(row_of(verb));
  return rows;
}

}  // namespace dateline::program
