// A program of several verbs, declared in one table and run by one main (main.cc beside this file).
//
//   constexpr std::array<program::Verb, 2> kVerbs{{{"add", "Index articles", declare_add}, …}};
//   const program::Program& program::this_program() { static const Program …; return …; }
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/program/exit_code.h"

namespace CLI {  // NOLINT(readability-identifier-naming): it is theirs
class App;
}

namespace dateline::program {

// What the command line asked for, to be run once it has been read whole.
using Action = std::function<ExitCode()>;

struct Verb {
  const char* name;
  const char* help;  // a sentence without a full stop
  // Declares the verb's options and arguments on its own command line, and returns what is to be
  // done with them.
  Action (*declare)(CLI::App& verb);
};

struct Program {
  const char* name;
  const char* about;
  std::span<const Verb> verbs;  // in the order in which help lists them
  void (*prepare)();            // called before a verb runs: what is to become of signals
  // What may be typed for a value that help calls so ("QUERY": names of fields), for completions;
  // none where anything may. Null: it knows nothing of any.
  std::vector<std::string> (*words)(std::string_view value) = nullptr;
  // What --version tells besides the program's own: "Xapian 1.4.22". Null: nothing.
  std::string (*built_on)() = nullptr;
};

// Each program that links main.cc defines this.
const Program& this_program();

// Reads the command line and does what it asks for. A wrong one is reported on standard error, with
// what was probably meant, and gives kUsage. `--documents DIR`, which is for whoever installs the
// program and stands in no help, writes what documents/written.h says.
ExitCode run(const Program& program, int argc, const char* const* argv);

}  // namespace dateline::program
