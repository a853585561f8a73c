// scan_check DB RECORDS.jsonl QUERIES SEED: does the index in DB answer random queries as a scan of
// the records does? Exit 1 if not.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "common/document/identity.h"
#include "common/schema/article_json.h"
#include "tests/property/agreement.h"

namespace {

int run(const std::string& db, const std::string& records, int queries, std::uint32_t seed) {
  dateline::testing::LinearScan scan;
  std::ifstream lines(records);
  for (std::string line; std::getline(lines, line);) {
    auto article = dateline::schema::article_from_json(line);
    if (!article || !article->has_text()) continue;
    dateline::complete_identity(*article);
    scan.add(*article);
  }
  auto searcher = dateline::search::Searcher::open({db});
  if (!searcher) {
    fmt::print(stderr, "{}\n", searcher.error().to_string());
    return 1;
  }
  const auto faults = dateline::testing::disagreements(*searcher, scan, seed, queries);
  for (const std::string& fault : faults) fmt::print("{}\n", fault);
  fmt::print("{} articles, {} queries, {} disagreements\n", scan.size(), queries, faults.size());
  return faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: scan_check DB RECORDS.jsonl QUERIES SEED\n");
    return 2;
  }
  return run(argv[1], argv[2], std::atoi(argv[3]),  // NOLINT(cert-err34-c): a test's own arguments
             static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10)));
}
