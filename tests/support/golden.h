// Golden files: an output as it should be, kept in tests/golden and reviewed like code.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/places.h"

namespace dateline::testing {

// Expects `actual` to be what tests/golden/`name` holds. With DATELINE_UPDATE_GOLDEN set in the
// environment the file is written instead, and the difference is to be read before it is committed.
inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = source_directory() + "/tests/golden/" + name;
  if (std::getenv("DATELINE_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string expected((std::istreambuf_iterator<char>(file)),
                             std::istreambuf_iterator<char>());
  EXPECT_EQ(actual, expected) << "tests/golden/" << name
                              << " differs; DATELINE_UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace dateline::testing
