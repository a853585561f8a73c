#include "common/program/documents/written.h"

#include <array>
#include <utility>

#include "common/base/file.h"
#include "common/program/documents/completion.h"
#include "common/program/documents/manual.h"

namespace dateline::program {
namespace {

struct Shell {
  const char* name;
  const char* folder;
  const char* before;  // what a script is called before and behind the program's name
  const char* behind;
};

constexpr std::array kShells{Shell{"bash", "bash-completion/completions", "", ""},
                             Shell{"zsh", "zsh/site-functions", "_", ""},
                             Shell{"fish", "fish/vendor_completions.d", "", ".fish"}};

Status write(const std::string& folder, const std::string& name, const std::string& text) {
  if (auto made = make_directories(folder); !made) return made;
  return replace_file(folder + "/" + name, text);
}

Status write_page(const Program& program, const std::string& directory, const std::string& verb) {
  const std::string name = verb.empty() ? program.name : program.name + ("-" + verb);
  return write(directory + "/man1", name + ".1", manual_page(program, verb).value_or(""));
}

}  // namespace

Status write_documents(const Program& program, const std::string& directory) {
  if (auto written = write_page(program, directory, ""); !written) return written;
  for (const Verb& verb : program.verbs) {
    if (auto written = write_page(program, directory, verb.name); !written) return written;
  }
  for (const Shell& shell : kShells) {
    const std::string name = std::string(shell.before) + program.name + shell.behind;
    const std::string script = completion_script(program, shell.name).value_or("");
    const std::string folder = directory + "/" + shell.folder;
    if (auto written = write(folder, name, script); !written) return written;
  }
  return {};
}

}  // namespace dateline::program
