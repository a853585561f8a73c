// The rules that cut blocks judge each on its own, and take a link, a label or a line of credits out
// of a list whose other items they leave. The outermost list counts, so that an item's own list is
// not torn from it. Tested in lists_test.cc.
#include "indexer/extract/body/lists.h"

#include <algorithm>
#include <cstdint>

namespace dateline::indexer::page {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

bool is_list(Tag tag) { return tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kDl; }

}  // namespace

Lists::Lists(const Page& page) : page_(page), list_of_(page.blocks.size(), kNone) {
  const auto note = [&](NodeIndex element) {
    const Range range{page.blocks.first_at(element), page.blocks.first_at(page.tree[element].end)};
    for (std::size_t b = range.begin; b < range.end; ++b) {
      list_of_[b] = static_cast<std::uint32_t>(lists_.size());
    }
    lists_.push_back(range);
  };
  for (NodeIndex i = 0; i < page.tree.size();) {
    const bool list = is_list(page.tree[i].tag);
    if (list) note(i);
    i = list ? page.tree[i].end : i + 1;
  }
  for (std::size_t b = 0; b < page.cells.size();) {
    const NodeIndex table = page.cells[b].table;
    if (table == kNoNode || list_of_[b] != kNone) {
      ++b;
      continue;
    }
    note(table);
    b = std::max(b + 1, lists_.back().end);
  }
}

bool Lists::is_item(std::size_t b, const std::vector<Hint>& furniture) const {
  return furniture[page_.blocks[b].first] == Hint::kNone &&
         page_.tree[page_.blocks[b].element].tag != Tag::kH1;
}

std::vector<std::size_t> Lists::made_whole(NodeIndex container,
                                           const std::vector<std::size_t>& chosen,
                                           const std::vector<Hint>& furniture) const {
  const std::size_t first = page_.blocks.first_at(container);
  const std::size_t behind = page_.blocks.first_at(page_.tree[container].end);
  std::uint64_t text = 0;
  for (const std::size_t b : chosen) text += page_.blocks[b].size;
  std::vector<std::size_t> out;
  for (auto at = chosen.begin(); at != chosen.end();) {
    const std::uint32_t list = list_of_[*at];
    if (list == kNone) {
      out.push_back(*at++);
      continue;
    }
    const auto begin = at;
    std::uint64_t kept = 0;
    for (; at != chosen.end() && list_of_[*at] == list; ++at) kept += page_.blocks[*at].size;
    std::uint64_t all = 0;
    const Range range = lists_[list];
    for (std::size_t b = range.begin; b < range.end; ++b) {
      if (is_item(b, furniture)) all += page_.blocks[b].size;
    }
    if (kept * 2 > text || range.begin < first || range.end > behind) {
      out.insert(out.end(), begin, at);
    } else if (kept * 2 >= all) {
      for (std::size_t b = range.begin; b < range.end; ++b) {
        if (is_item(b, furniture)) out.push_back(b);
      }
    }
  }
  return out;
}

}  // namespace dateline::indexer::page
