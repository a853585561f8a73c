// Prints random costly queries, one a line, for tests/attack/random_queries.py.
//
// usage: costly_queries SEED COUNT WORD...     WORD: the most frequent words of the index
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/support/costly_queries.h"

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: costly_queries SEED COUNT WORD...\n", stderr);
    return 2;
  }
  dateline::testing::CostlyQueries queries(
      std::vector<std::string>(argv + 3, argv + argc),
      static_cast<unsigned>(std::strtoul(argv[1], nullptr, 10)));
  for (unsigned long left = std::strtoul(argv[2], nullptr, 10); left > 0; --left) {
    std::puts(queries.next().c_str());
  }
  return 0;
}
