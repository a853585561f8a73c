#include "tests/support/places.h"

namespace dateline::testing {

std::string source_directory() { return DATELINE_SOURCE_DIR; }

std::string program_directory() { return DATELINE_BIN_DIR; }

}  // namespace dateline::testing
