// dateline-latency: how long plain queries of a list take, kind by kind. bench/compare_latency.py
// sets it beside another engine's figures for the same list.
//
// A line of the list is a kind, a tab, and words: "term_…" is one word, "and…" all of them, "or…"
// any, "andnot" the first two without the third, "phrase…" a phrase, "suggest…" a beginning to be
// completed. A line that is none of these is asked as it stands.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "bench/macro/latency.h"
#include "common/base/strings.h"
#include "common/program/exit_code.h"

namespace {

using dateline::bench::QueryKind;

constexpr const char* kProgram = "dateline-latency";

struct CommandLine {
  std::string index;
  std::string list;
  std::size_t rounds = 3;
  std::size_t snippet = 0;
  std::string collapse = "story";
  std::vector<std::string> facets;
  bool processor = false;
};

bool starts_with(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

std::string query_of(const std::string& kind, const std::string& words) {
  const std::string spaced(dateline::trim(words));
  if (kind == "andnot") {
    const std::size_t last = spaced.rfind(' ');
    return dateline::replace_all(spaced.substr(0, last), " ", " AND ") + " NOT" +
           spaced.substr(last);
  }
  if (starts_with(kind, "and")) return dateline::replace_all(spaced, " ", " AND ");
  if (starts_with(kind, "or")) return dateline::replace_all(spaced, " ", " OR ");
  if (starts_with(kind, "phrase")) return "\"" + spaced + "\"";
  return spaced;
}

std::map<std::string, QueryKind> read_list(
    const CommandLine& line, const std::vector<dateline::search::FacetRequest>& facets) {
  std::map<std::string, QueryKind> kinds;
  std::ifstream in(line.list);
  for (std::string row; std::getline(in, row);) {
    const std::size_t tab = row.find('\t');
    if (tab == std::string::npos) continue;
    const std::string name = row.substr(0, tab);
    dateline::search::Request request;
    request.query = query_of(name, row.substr(tab + 1));
    request.snippet_chars = line.snippet;
    request.collapse = line.collapse == "none" ? dateline::search::Collapse::kNone
                                               : dateline::search::Collapse::kStory;
    request.facets = facets;
    kinds[name].name = name;
    kinds[name].completes = starts_with(name, "suggest");
    kinds[name].requests.push_back(std::move(request));
  }
  return kinds;
}

int fail(const dateline::Error& error) {
  return static_cast<int>(dateline::program::report(kProgram, error));
}

int measure_all(const CommandLine& line) {
  auto searcher = dateline::search::Searcher::open({line.index});
  if (!searcher) return fail(searcher.error());
  std::vector<dateline::search::FacetRequest> facets;
  for (const std::string& named : line.facets) {
    const auto facet = dateline::search::facet_from(named);
    if (!facet) return fail(facet.error());
    facets.push_back(*facet);
  }
  const auto timer =
      line.processor ? dateline::bench::Timer::kProcessor : dateline::bench::Timer::kWall;
  for (const auto& [name, kind] : read_list(line, facets)) {
    const auto latency = dateline::bench::measure(*searcher, kind, line.rounds, timer);
    if (!latency) return fail(latency.error());
    fmt::print("{:<12} p50 {:8.0f} us  p99 {:8.0f} us  worst {:8.0f} us: {}\n", name,
               latency->p50_ms * 1000, latency->p99_ms * 1000, latency->worst_ms * 1000,
               latency->slowest);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Latency of plain queries by kind, on a warm index.", kProgram);
  CommandLine line;
  app.add_option("INDEX", line.index, "An index")->required();
  app.add_option("LIST", line.list, "Queries: kind, tab, words")->required();
  app.add_option("--rounds", line.rounds, "Timed rounds, after one that is not")
      ->capture_default_str();
  app.add_option("--snippet", line.snippet, "Length of snippets; 0 for none")
      ->capture_default_str();
  app.add_option("--collapse", line.collapse, "What becomes of the copies of a story")
      ->check(CLI::IsMember({"none", "story"}))
      ->capture_default_str();
  app.add_option("--facet", line.facets, "A facet to count; may be repeated");
  app.add_flag("--processor", line.processor,
               "Processor time instead of the time that passes: for a machine that is shared");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& asked) {
    return app.exit(asked) == 0 ? 0 : 2;
  }
  return measure_all(line);
}
