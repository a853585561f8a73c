// Names to put in the place of annotated ones, so that a model learns what names look like and
// where they stand, not only which names its texts happen to have.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace dateline::training {

using Random = std::mt19937_64;

class NamePool {
 public:
  // Reads the lists of `folder` (names of people by country, cities, companies: one a line, columns
  // separated by tabs).
  static Result<NamePool> read(const std::string& folder);

  std::string given_name(Random& random) const;
  std::string surname(Random& random) const;
  std::string place(Random& random) const;
  std::string organisation(Random& random) const;

 private:
  std::vector<std::string> given_names_;
  std::vector<std::string> surnames_;
  std::vector<std::string> places_;
  std::vector<std::string> organisations_;
};

}  // namespace dateline::training
