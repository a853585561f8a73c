// The main of each program that is made of verbs. It ends with the exit code of what was asked for.
#include <exception>

#include "common/base/contained.h"
#include "common/program/command_line.h"
#include "common/program/descriptors.h"
#include "common/program/emergency_memory.h"
#include "common/program/output.h"

namespace dateline::program {
namespace {

// The report itself asks for memory, which may be what is missing.
ExitCode report_thrown(const Program& program, const std::exception& thrown) {
  try {
    return report(program.name, error_of(thrown));
  } catch (const std::exception&) {
    complain("out of memory\n");
    return ExitCode::kCouldNot;
  }
}

ExitCode run_program(int argc, char** argv) {
  open_standard_descriptors();
  keep_emergency_memory();
  const Program& program = this_program();
  try {
    return run(program, argc, argv);
  } catch (const std::exception& thrown) {
    return report_thrown(program, thrown);
  }
}

}  // namespace
}  // namespace dateline::program

int main(int argc, char** argv) {
  return static_cast<int>(dateline::program::run_program(argc, argv));
}
