// dateline-extraction-candidates: pages in, the bodies that find_candidates() sees in each out, with
// their features and texts, for scripts/train-extraction.
//
// usage: dateline-extraction-candidates < MANIFEST      lines of path and URL, parted by a tab
//
// A line of JSON a page: {"path", "candidates": [{"method", "features", "headline", "standfirst", "body"}], "cut":
// [{"reason", "text"}], "broken": [RULE]}, the last two of the program's own choice: what it leaves out of its
// container, lines of some words and more, and which rules that should hold of every body it breaks.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/extract/body/body.h"
#include "indexer/extract/body/candidates.h"
#include "indexer/extract/body/evidence.h"
#include "indexer/extract/body/invariants.h"
#include "indexer/extract/body/lists.h"
#include "indexer/extract/body/standfirst.h"
#include "indexer/extract/body/verdicts.h"
#include "indexer/extract/facts/headline.h"
#include "indexer/extract/read_page.h"

namespace dateline::training {
namespace {

namespace page = indexer::page;
using nlohmann::json;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

json shown(const page::Page& page, page::Body body, const page::Features& features) {
  const page::NodeIndex begin =
      body.blocks.empty() ? page.tree.size() : page.blocks[body.blocks.front()].first;
  const std::string headline = page::find_headline(page, begin).value;
  const std::string standfirst = page::take_standfirst(page, headline, body).value;
  std::string text = page::text_of(body, page);
  if (page::states_more(page, text)) text = page.linked.article.body;
  return {{"method", body.method},
          {"features", features},
          {"headline", headline},
          {"standfirst", standfirst},
          {"body", text}};
}

json candidates_of(const page::Page& page, const std::vector<page::Body>& bodies) {
  json out = json::array();
  const page::Evidence evidence(page);
  for (const page::Body& body : bodies) {
    out.push_back(shown(page, body, evidence.of(body, out.empty())));
  }
  return out;
}

std::string_view reason_of(const page::Page& page, const page::Verdicts& verdicts,
                           const page::Body& body, std::size_t b) {
  const auto cut = std::find_if(body.cut.begin(), body.cut.end(),
                                [b](const page::CutBlock& one) { return one.block == b; });
  if (cut != body.cut.end()) return cut->reason;
  const std::string_view reason = verdicts.reason_to_cut(b, page.furniture);
  return reason.empty() ? "no prose" : reason;
}

json cut_from(const page::Page& page, const page::Body& body) {
  constexpr std::uint32_t kSomeWords = 60;
  json out = json::array();
  const page::Verdicts verdicts(page);
  const std::size_t end = page.blocks.first_at(page.tree[body.container].end);
  for (std::size_t b = page.blocks.first_at(body.container); b < end; ++b) {
    if (page.blocks[b].size < kSomeWords) continue;
    if (std::binary_search(body.blocks.begin(), body.blocks.end(), b)) continue;
    out.push_back({{"reason", reason_of(page, verdicts, body, b)}, {"text", page.blocks.text(b)}});
  }
  return out;
}

// What should hold of every page's body.
json broken_rules(const page::Page& page, page::Body body) {
  json out = json::array();
  const auto note = [&out](std::string_view rule) {
    if (!rule.empty()) out.push_back(rule);
  };
  note(page::broken_rule(page, body));
  const page::Lists lists(page);
  if (lists.made_whole(body.container, body.blocks, page.furniture) != body.blocks) {
    note("a list in part");
  }
  const std::string headline =
      page::find_headline(
          page, body.blocks.empty() ? page.tree.size() : page.blocks[body.blocks.front()].first)
          .value;
  const std::string standfirst = page::take_standfirst(page, headline, body).value;
  if (standfirst.size() > page::text_of(body, page).size())
    note("a standfirst longer than the text");
  return out;
}

int run() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    indexer::RawDocument document;
    document.bytes = bytes_of(line.substr(0, tab));
    if (tab != std::string::npos) document.url = line.substr(tab + 1);
    json shown{{"path", line.substr(0, tab)}, {"candidates", json::array()}};
    if (const auto page = page::read_page(document)) {
      const std::vector<page::Body> bodies = page::find_candidates(*page);
      shown["candidates"] = candidates_of(*page, bodies);
      const page::Body chosen = page::find_body(*page);
      if (!bodies.empty()) shown["cut"] = cut_from(*page, chosen);
      shown["broken"] = broken_rules(*page, chosen);
    }
    std::cout << shown.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
  return std::cout.good() ? 0 : 1;
}

}  // namespace
}  // namespace dateline::training

int main() { return dateline::training::run(); }
