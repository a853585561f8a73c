// Prints what an index answers to a query: find INDEX QUERY.
#include <cstdio>

#include <dateline/dateline.hpp>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    std::puts(dateline::Searcher(argv[1])
                  .search_json(argv[2], dateline::Request().set("deadline", "60000"))
                  .c_str());
  } catch (const dateline::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
