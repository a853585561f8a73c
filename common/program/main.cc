// The main of each program that is made of verbs. It ends with the exit code of what was asked for.
#include <exception>
#include <string>

#include "common/program/command_line.h"

int main(int argc, char** argv) {
  const dateline::program::Program& program = dateline::program::this_program();
  try {
    return static_cast<int>(dateline::program::run(program, argc, argv));
  } catch (const std::exception& fault) {
    // Memory ran out, or a fault of ours.
    const dateline::Error error{dateline::ErrorCode::kInternal,
                                std::string("unexpected: ") + fault.what(), ""};
    return static_cast<int>(dateline::program::report(program.name, error));
  }
}
