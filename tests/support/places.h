// Where the tests find the sources and the programs of their build.
#pragma once

#include <string>

namespace dateline::testing {

// The project's folder, without a "/" at its end.
std::string source_directory();

// Where the build puts its programs, without a "/" at its end.
std::string program_directory();

}  // namespace dateline::testing
