#include "common/program/documents/completion.h"

// What may follow is told apart by the value's name in help:
//
//   all|any, or a set that is checked   its words
//   DIR, [NAME=]DIR                     the indexes of /etc/dateline/dateline.toml, and directories
//   FILE, PATH                          files
//   QUERY, NAME[:N] and so on           what the program knows (Program::words)
//
// tests/library/completions_test.py lets each shell complete with its script.

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/base/strings.h"
#include "common/program/documents/verb_row.h"

namespace dateline::program {
namespace {

enum class Kind { kNothing, kWords, kIndexes, kFiles };

struct Candidates {
  Kind kind = Kind::kNothing;
  std::vector<std::string> words;
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Candidates candidates_of(const Program& program, const OptionRow& row) {
  if (!row.choices.empty()) return {Kind::kWords, row.choices};
  if (program.words != nullptr) {
    if (auto words = program.words(row.value); !words.empty()) {
      return {Kind::kWords, std::move(words)};
    }
  }
  if (contains(row.value, "DIR")) return {Kind::kIndexes, {}};
  const bool file = contains(row.value, "FILE") || contains(row.value, "PATH");
  return {file ? Kind::kFiles : Kind::kNothing, {}};
}

std::vector<std::string> names_of(const VerbRow& verb) {
  std::vector<std::string> out;
  for (const OptionRow& row : verb.options) {
    out.insert(out.end(), row.names.begin(), row.names.end());
  }
  return out;
}

// The name of the function that a script defines.
std::string function_of(const Program& program) {
  std::string out = "_" + std::string(program.name);
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

// The places after db = in the service's settings, without the names that stand before them. A list
// may go over several lines.
constexpr std::string_view kIndexes =
    R"sh(sed -n '/^ *db *=/{:more;/\[[^]]*$/{N;b more};s/^ *db *=//p}' )sh"
    R"sh(/etc/dateline/dateline.toml 2>/dev/null | tr ',' '\n' | )sh"
    R"sh(sed -n 's/[^"]*"\([^"=]*=\)\{0,1\}\([^"]*\)".*/\2/p')sh";

namespace bash {
std::string branch(std::string_view pattern, const Candidates& candidates) {
  switch (candidates.kind) {
    case Kind::kWords:
      return fmt::format("    {}) words='{}' ;;\n", pattern, fmt::join(candidates.words, " "));
    case Kind::kIndexes:
      return fmt::format("    {}) words=$({}); more=-d ;;\n", pattern, kIndexes);
    case Kind::kFiles:
      return fmt::format("    {}) more=-f ;;\n", pattern);
    case Kind::kNothing:
      break;
  }
  return fmt::format("    {}) ;;\n", pattern);
}

std::string branches(const Program& program, const VerbRow& verb) {
  std::string out;
  for (const OptionRow& row : verb.options) {
    if (row.value.empty()) continue;
    for (const std::string& name : row.names) {
      out += branch(fmt::format("'{} {}'", verb.name, name), candidates_of(program, row));
    }
  }
  out += fmt::format("    '{} '*)\n      case $current in\n        -*) words='{}' ;;\n", verb.name,
                     fmt::join(names_of(verb), " "));
  if (!verb.arguments.empty()) {
    out += "    " + branch("*", candidates_of(program, verb.arguments.front()));
  }
  return out + "      esac ;;\n";
}

std::string script(const Program& program, const std::vector<VerbRow>& verbs) {
  std::string names;
  std::string cases;
  for (const VerbRow& verb : verbs) {
    names += verb.name + " ";
    cases += branches(program, verb);
  }
  const std::string function = function_of(program);
  std::string out = fmt::format("# bash completion for {}\n{}() {{\n", program.name, function);
  out +=
      "  local current=${COMP_WORDS[COMP_CWORD]} words= more=\n"
      "  local previous=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then verb= previous=; fi\n"
      "  case \"$verb $previous\" in\n";
  out += fmt::format("    ' ') words='{}--help --version' ;;\n{}  esac\n", names, cases);
  out +=
      "  [ \"$more\" = '' ] || compopt -o filenames 2>/dev/null\n"
      "  COMPREPLY=($(compgen $more -W \"$words\" -- \"$current\"))\n"
      "  case ${COMPREPLY[0]-} in *:) compopt -o nospace 2>/dev/null ;; esac\n"
      "}\n";
  return out + fmt::format("complete -F {} {}\n", function, program.name);
}

}  // namespace bash

namespace zsh {

std::string spec_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (contains("[]:\\", std::string_view(&c, 1))) {
      out += std::string("\\") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string action(const Candidates& candidates) {
  switch (candidates.kind) {
    case Kind::kWords: {
      std::string words;
      for (const std::string& word : candidates.words) words += " " + spec_text(word);
      return fmt::format("({})", words.substr(1));
    }
    case Kind::kIndexes:
      return "_dateline_indexes";
    case Kind::kFiles:
      return "_files";
    case Kind::kNothing:
      break;
  }
  return " ";
}

std::string arguments_of(const Program& program, const VerbRow& verb) {
  std::string out;
  for (const OptionRow& row : verb.options) {
    const std::string many = row.repeatable ? "*" : "";
    for (const std::string& name : row.names) {
      out += fmt::format(" \\\n        '{}{}[{}]", many, name, spec_text(row.help));
      if (!row.value.empty()) {
        out += fmt::format(":{}:{}", spec_text(row.value), action(candidates_of(program, row)));
      }
      out += "'";
    }
  }
  for (const OptionRow& row : verb.arguments) {
    out += fmt::format(" \\\n        '{}:{}:{}'", row.repeatable ? "*" : "", spec_text(row.value),
                       action(candidates_of(program, row)));
  }
  return out;
}

std::string script(const Program& program, const std::vector<VerbRow>& verbs) {
  std::string names;
  std::string cases;
  for (const VerbRow& verb : verbs) {
    names += fmt::format("    '{}:{}'\n", verb.name, spec_text(verb.help));
    cases +=
        fmt::format("    {})\n      _arguments{} ;;\n", verb.name, arguments_of(program, verb));
  }
  const std::string function = function_of(program);
  return fmt::format(
      "#compdef {0}\n_dateline_indexes() {{\n  compadd -- ${{(f)\"$({1})\"}}\n  _files -/\n}}\n"
      "{2}() {{\n  local -a verbs=(\n{3}  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    return\n  fi\n"
      "  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n{4}  esac\n}}\n"
      "{2} \"$@\"\n",
      program.name, kIndexes, function, names, cases);
}

}  // namespace zsh

namespace fish {

std::string quoted_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string values(const Candidates& candidates) {
  switch (candidates.kind) {
    case Kind::kWords:
      return fmt::format(" -x -a '{}'",
                         quoted_text(fmt::format("{}", fmt::join(candidates.words, " "))));
    case Kind::kIndexes:
      return " -x -a '(__dateline_indexes; __fish_complete_directories)'";
    case Kind::kFiles:
      return " -r -F";
    case Kind::kNothing:
      break;
  }
  return " -x";
}

std::string option_lines(const Program& program, const VerbRow& verb, const OptionRow& row) {
  std::string out;
  for (const std::string& name : row.names) {
    const bool is_long = name.starts_with("--");
    out += fmt::format("complete -c {} -n '__fish_seen_subcommand_from {}' {} {}{} -d '{}'\n",
                       program.name, verb.name, is_long ? "-l" : "-s", name.substr(is_long ? 2 : 1),
                       row.value.empty() ? "" : values(candidates_of(program, row)),
                       quoted_text(row.help));
  }
  return out;
}

std::string script(const Program& program, const std::vector<VerbRow>& verbs) {
  std::string out = fmt::format("function __dateline_indexes\n    {}\nend\ncomplete -c {} -f\n",
                                kIndexes, program.name);
  for (const VerbRow& verb : verbs) {
    out += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d '{}'\n", program.name,
                       verb.name, quoted_text(verb.help));
    for (const OptionRow& row : verb.options) out += option_lines(program, verb, row);
    for (const OptionRow& row : verb.arguments) {
      out += fmt::format("complete -c {} -n '__fish_seen_subcommand_from {}'{}\n", program.name,
                         verb.name, values(candidates_of(program, row)));
    }
  }
  return out;
}

}  // namespace fish

}  // namespace

std::optional<std::string> completion_script(const Program& program, std::string_view shell) {
  const std::vector<VerbRow> verbs = rows_of(program);
  if (shell == "bash") return bash::script(program, verbs);
  if (shell == "zsh") return zsh::script(program, verbs);
  if (shell == "fish") return fish::script(program, verbs);
  return std::nullopt;
}

}  // namespace dateline::program
