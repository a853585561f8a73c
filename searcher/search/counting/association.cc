#include "searcher/search/counting/association.h"

#include <algorithm>
#include <cmath>

namespace dateline::search {
namespace {

// One cell of the two by two table: observed × log(observed / expected).
double cell(double observed, double expected) {
  return observed > 0 && expected > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

double log_likelihood(std::uint64_t both, std::uint64_t a, std::uint64_t b, std::uint64_t all) {
  const auto n = static_cast<double>(all);
  const auto x = static_cast<double>(both);
  const auto row = static_cast<double>(std::max(a, both));
  const auto column = static_cast<double>(std::max(b, both));
  if (n <= 0 || x * n <= row * column) return 0;
  const double neither = std::max(0.0, n - row - column + x);
  const double sum = cell(x, row * column / n) + cell(row - x, row * (n - column) / n) +
                     cell(column - x, (n - row) * column / n) +
                     cell(neither, (n - row) * (n - column) / n);
  return std::max(0.0, 2 * sum);
}

}  // namespace dateline::search
