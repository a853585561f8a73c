// A label such as "Related articles" heads what is not the article's. Which blocks it heads depends
// on where it stands:
//
//   <div>text …</div> <div><h3>Related</h3><p>A</p></div>    in an element of its own: all of that
//   <div>text … <h3>Related</h3><p>A</p></div>               in the text's element: all behind it,
//                                                            if most of the prose stands before it
//
// Tested in sections_test.cc.
#include "indexer/extract/body/sections.h"

#include <algorithm>
#include <cstdint>

#include "indexer/extract/body/flow.h"
#include "indexer/extract/credits/names.h"
#include "indexer/extract/dates/date_text.h"
#include "indexer/extract/page/phrases.h"

namespace dateline::indexer::page {
namespace {

struct Range {
  NodeIndex begin;
  NodeIndex end;
};

std::uint32_t prose_before(const Page& page, const std::vector<std::size_t>& candidates,
                           NodeIndex node) {
  std::uint32_t sum = 0;
  for (const std::size_t b : candidates) {
    if (page.blocks[b].prose && page.blocks[b].first < node) sum += page.blocks[b].size;
  }
  return sum;
}

// The element that has the label of `block` and, though no text, other elements beside it: an empty
// list of teasers that a script was to fill. kNoNode if there is none.
NodeIndex emptied_box(const Page& page, const Block& block) {
  constexpr int kMostWrappers = 3;
  const Tree& tree = page.tree;
  NodeIndex i = block.element;
  for (int level = 0; level < kMostWrappers && tree[i].parent != kNoNode; ++level) {
    const NodeIndex parent = tree[i].parent;
    const bool alone = page.blocks.first_at(parent) + 1 == page.blocks.first_at(tree[parent].end);
    if (!alone) return kNoNode;
    if (tree[i].end < tree[parent].end) return parent;
    i = parent;
  }
  return kNoNode;
}

// What the label in block `b` announces; an empty range if it does not count.
Range announced(const Page& page, const std::vector<std::size_t>& candidates, NodeIndex main,
                std::size_t b) {
  const Block& block = page.blocks[b];
  if (const NodeIndex box = emptied_box(page, block); box != kNoNode) {
    return {block.first, page.tree[box].end};
  }
  const NodeIndex flow = flow_of(page.tree, page.blocks, block);
  const NodeIndex end = page.tree[flow].end;
  const bool in_text = main != kNoNode && main >= flow && main < end;
  if (!in_text) return {block.first, end};
  const std::uint32_t all = prose_before(page, candidates, page.tree.size());
  const bool below_most = prose_before(page, candidates, block.first) * 10 > all * 6;
  return below_most ? Range{block.first, page.tree.size()} : Range{0, 0};
}

std::vector<Range> foreign(const Page& page, const std::vector<std::size_t>& candidates) {
  constexpr std::size_t kMost = 50;
  std::vector<Range> out;
  if (candidates.empty()) return out;
  const NodeIndex main = main_flow(page, candidates);
  for (std::size_t b = candidates.front(); b <= candidates.back() && out.size() < kMost; ++b) {
    if (!opens_furniture(page.blocks.text(b))) continue;
    const Range range = announced(page, candidates, main, b);
    if (range.end > range.begin) out.push_back(range);
  }
  return out;
}

bool is_opening_line(const Page& page, std::size_t b) {
  constexpr std::size_t kLongest = 160;
  const Block& block = page.blocks[b];
  const std::string_view text = page.blocks.text(b);
  const Tag tag = page.tree[block.element].tag;
  if (block.prose || block.size > kLongest || is_heading(tag) || tag == Tag::kLi) return false;
  return opens_credit(text) || is_personal_name(text) ||
         read_date(text, DayOrder::kDayFirst).has_value();
}

}  // namespace

std::vector<std::size_t> drop_foreign_sections(const Page& page,
                                               const std::vector<std::size_t>& candidates) {
  const std::vector<Range> ranges = foreign(page, candidates);
  std::vector<std::size_t> out;
  for (const std::size_t b : candidates) {
    const NodeIndex at = page.blocks[b].first;
    const bool inside = std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
      return at >= range.begin && at < range.end;
    });
    if (!inside) out.push_back(b);
  }
  return out;
}

std::vector<std::size_t> drop_opening_lines(const Page& page,
                                            const std::vector<std::size_t>& candidates) {
  std::vector<std::size_t> out;
  bool opened = false;
  for (const std::size_t b : candidates) {
    opened = opened || page.blocks[b].prose;
    if (opened || !is_opening_line(page, b)) out.push_back(b);
  }
  // Where no paragraph follows, the lines are the text.
  return opened ? out : candidates;
}

}  // namespace dateline::indexer::page
