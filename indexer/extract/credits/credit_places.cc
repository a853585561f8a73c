// Regions are counted in blocks, from where the text begins and ends: two dozen above it, four
// below it. Within them text is read so that markup alone parts words and lines:
//
//   <span>By</span><span>Ann Lee</span><div>Dunmarrow Post</div>   →   "By Ann Lee\nDunmarrow Post"
//
// Tested in credit_places_test.cc.
#include "indexer/extract/credits/credit_places.h"

#include <algorithm>
#include <vector>

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"

namespace dateline::indexer::page {
namespace {

// Adds a text node. Where markup alone parts two words ("<span>By</span>Ann Lee") a space does.
void add_text(std::string& out, std::string_view text) {
  const auto is_word = [](char c) {
    return is_ascii_alnum(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
  };
  if (!out.empty() && !text.empty() && is_word(out.back()) && is_word(text.front())) out += ' ';
  out += text;
}

bool begins_line(Tag tag) { return is_block(tag) || tag == Tag::kBr || tag == Tag::kA; }

}  // namespace

Region region_above(const Page& page, const Place& place) {
  constexpr std::size_t kBlocksAbove = 25;
  const std::size_t text = page.blocks.first_at(place.begin);
  const std::size_t begin = text < kBlocksAbove ? 0 : text - kBlocksAbove;
  const std::size_t end = std::min(text + 3, page.blocks.size());
  return {begin < page.blocks.size() ? page.blocks[begin].first : 0,
          end < page.blocks.size() ? page.blocks[end].first : page.tree.size()};
}

Region region_below_headline(const Page& page, const Place& place, Region above) {
  if (place.headline >= page.blocks.size()) return above;
  const NodeIndex headline = page.blocks[place.headline].first;
  return headline < above.end ? Region{std::max(above.begin, headline), above.end} : above;
}

Region region_below(const Page& page, const Place& place) {
  constexpr std::size_t kBlocksBelow = 4;
  const std::size_t begin = page.blocks.first_at(place.end);
  const std::size_t end = std::min(begin + kBlocksBelow, page.blocks.size());
  return {place.end, end < page.blocks.size() ? page.blocks[end].first : page.tree.size()};
}

Region last_lines(const Page& page, const Place& place) {
  const std::size_t after = page.blocks.first_at(place.end);
  if (after == 0) return {0, 0};
  const std::size_t end = std::min(after + 1, page.blocks.size());
  return {page.blocks[after - 1].first,
          end < page.blocks.size() ? page.blocks[end].first : page.tree.size()};
}

bool is_elsewhere(const Page& page, NodeIndex i, const Region& above) {
  const Hint hint = page.furniture[i];
  if (hint == Hint::kFooter || hint == Hint::kNavigation) return !above.holds(i);
  return hint == Hint::kRelated || hint == Hint::kComments || hint == Hint::kCaption ||
         hint == Hint::kConsent;
}

std::string credit_text(const Tree& tree, NodeIndex i) {
  std::string out;
  std::vector<NodeIndex> ends;  // of the lines' elements that are open
  for (NodeIndex at = i; at < tree[i].end && out.size() <= kLongestByline; ++at) {
    if (tree.overworked()) break;
    tree.count_work(1);
    while (!ends.empty() && ends.back() <= at) {
      ends.pop_back();
      out += '\n';
    }
    if (tree[at].tag == Tag::kText) add_text(out, tree.text(at).substr(0, kLongestByline + 1));
    if (!begins_line(tree[at].tag)) continue;
    out += '\n';
    ends.push_back(tree[at].end);
  }
  return out;
}

bool claims_rights(const Page& page, std::string_view name) {
  constexpr std::size_t kLook = 200;
  constexpr std::string_view kSign = "\u00a9";
  const std::string fold = folded(name);
  if (fold.empty()) return false;
  const std::string stated = page.meta.value({"copyright", "dc.rights", "dcterms.rights"});
  if (folded(stated).find(fold) != std::string::npos) return true;
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    const std::string_view text = page.blocks.text(b).substr(0, kLook);
    const bool claims = text.find(kSign) != std::string_view::npos;
    if (claims && folded(text).find(fold) != std::string::npos) return true;
  }
  return false;
}

std::string lines_of(const Page& page, const Block& block) {
  std::string out;
  for (NodeIndex i = block.first; i <= block.last; ++i) {
    if (page.tree[i].tag == Tag::kText) add_text(out, page.tree.text(i));
    if (page.tree[i].tag == Tag::kBr) out += '\n';
  }
  return out;
}

}  // namespace dateline::indexer::page
