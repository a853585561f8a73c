#include "tests/property/agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>

#include "tests/property/random_asks.h"

namespace dateline::testing {
namespace {

std::string sample(const std::set<std::string>& ids) {
  std::string out;
  int shown = 0;
  for (const std::string& id : ids) {
    if (++shown > 5) return out + " …";
    out += " " + id;
  }
  return out.empty() ? " none" : out;
}

std::set<std::string> without(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::set<std::string> out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
  return out;
}

}  // namespace

std::set<std::string> all_hits(search::Searcher& searcher, const std::string& query) {
  constexpr std::size_t kPage = 10000;
  std::set<std::string> ids;
  search::Request request;
  request.collapse = search::Collapse::kNone;
  request.query = query;
  request.limit = kPage;
  request.snippet_chars = 0;
  request.deadline = std::chrono::minutes(5);
  for (;;) {
    const auto answer = searcher.search(request);
    if (!answer) return {"error: " + answer.error().to_string()};
    for (const search::Hit& hit : answer->hits) ids.insert(hit.article.id);
    if (answer->hits.size() < kPage) return ids;
    request.offset += kPage;
  }
}

std::vector<std::string> disagreements(search::Searcher& searcher, const LinearScan& scan,
                                       std::uint32_t seed, int count) {
  RandomAsks asks(scan, seed);
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) {
    const Ask ask = asks.next(i % 4);
    const std::string query = ask.to_text();
    const auto expected = scan.run(ask);
    const auto given = all_hits(searcher, query);
    if (given == expected) continue;
    out.push_back(fmt::format("{}\n    only the scan:{}\n    only the index:{}", query,
                              sample(without(expected, given)), sample(without(given, expected))));
  }
  return out;
}

}  // namespace dateline::testing
