// No way to the text is right on every page, so several are tried, and a judge decides:
//
//   candidates    containers and the rules that cut what they hold (candidates.h)
//   evidence      what speaks for and against each, as numbers (evidence.h)
//   judge         weighs them (judge.h)
//   invariants    send a body back that none may be, for the next best (invariants.h)
//
// Prose of the container that is left out is noted with the reason, for `extract --explain`. Tested
// in body_test.cc, and with whole pages in extract_html_test.cc.
#include "indexer/extract/body/body.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/body/candidates.h"
#include "indexer/extract/body/invariants.h"
#include "indexer/extract/body/judge.h"

namespace dateline::indexer::page {

Body find_body(const Page& page) {
  std::vector<Body> candidates = find_candidates(page);
  if (candidates.empty()) return last_resort(page);
  const std::vector<std::size_t> order = by_worth(page, candidates);
  const auto sound = std::find_if(order.begin(), order.end(), [&](std::size_t candidate) {
    return broken_rule(page, candidates[candidate]).empty();
  });
  return std::move(candidates[sound == order.end() ? order.front() : *sound]);
}

namespace {

std::string_view between(const Page& page, std::size_t a, std::size_t b) {
  if (page.cells.empty()) return "\n\n";
  const Cell& left = page.cells[a];
  const Cell& right = page.cells[b];
  if (left.table == kNoNode || left.table != right.table) return "\n\n";
  if (left.row == kNoNode || left.row != right.row) return "\n";
  return left.cell == right.cell ? " " : "\t";
}

}  // namespace

std::string text_of(const Body& body, const Page& page) {
  std::string out;
  std::size_t last = 0;
  for (const std::size_t b : body.blocks) {
    if (!out.empty()) out += between(page, last, b);
    out += page.blocks.text(b);
    last = b;
  }
  return out;
}

bool states_more(const Page& page, std::string_view text) {
  constexpr std::size_t kLeast = 300;
  const std::size_t stated = page.linked.article.body.size();
  return stated >= kLeast && text.size() * 2 < stated;
}

}  // namespace dateline::indexer::page
