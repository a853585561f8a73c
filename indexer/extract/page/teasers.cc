// Lists repeat themselves. From a date up to five elements around it are looked at, while they are
// small and do not hold the headline:
//
//   <div class=row><span>20.03.2026</span><a href=/1>Whaler diary on show</a></div>   ← an item
//   <div class=row><span>19.03.2026</span><a href=/2>Sheep lost in snow</a></div>     ← its like
//
// Tested in teasers_test.cc.
#include "indexer/extract/page/teasers.h"

#include <algorithm>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

constexpr NodeIndex kMostNodes = 60;
constexpr std::size_t kMostText = 300;

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

// More than a date or a button.
bool reads_like_headline(std::string_view text) {
  constexpr std::ptrdiff_t kFewestLetters = 10;
  const auto signs =
      std::count_if(text.begin(), text.end(), [](char c) { return is_ascii_digit(c) || c == ' '; });
  return static_cast<std::ptrdiff_t>(text.size()) - signs >= kFewestLetters;
}

// The element that follows `i` in its parent, past a little text.
NodeIndex element_after(const Tree& tree, NodeIndex i) {
  constexpr int kMostTexts = 4;
  const NodeIndex parent = tree[i].parent;
  if (parent == kNoNode) return kNoNode;
  NodeIndex next = tree[i].end;
  for (int texts = 0; texts < kMostTexts && next < tree[parent].end; ++texts) {
    if (tree[next].tag != Tag::kText) return next;
    next = tree[next].end;
  }
  return kNoNode;
}

}  // namespace

bool Teasers::holds_headline(NodeIndex i) const {
  return headline_ != kNoNode && i <= headline_ && headline_ < page_.tree[i].end;
}

void Teasers::link_neighbours() const {
  const Tree& tree = page_.tree;
  if (previous_.size() == tree.size()) return;
  previous_.assign(tree.size(), kNoNode);
  std::vector<NodeIndex> last(tree.size(), kNoNode);  // a node's last child so far
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const NodeIndex parent = tree[i].parent;
    if (parent == kNoNode || tree[i].tag == Tag::kText) continue;
    previous_[i] = last[parent];
    last[parent] = i;
  }
}

bool Teasers::are_alike(NodeIndex a, NodeIndex b) const {
  const Tree& tree = page_.tree;
  return tree[a].tag == tree[b].tag &&
         tree.attribute(a, AttributeName::kClass) == tree.attribute(b, AttributeName::kClass);
}

// Small, with a link that reads like a headline and a number beside it.
bool Teasers::is_item(NodeIndex i) const {
  const Tree& tree = page_.tree;
  if (tree[i].end - i > kMostNodes) return false;
  bool linked = false;
  bool dated = false;
  for (NodeIndex at = i; at < tree[i].end; ++at) {
    if (tree[at].tag == Tag::kA && !linked)
      linked = reads_like_headline(tree.content(at, kMostText));
    dated = dated || (tree[at].tag == Tag::kText && has_digit(tree.text(at).substr(0, kMostText)));
  }
  return linked && dated;
}

bool Teasers::hold(NodeIndex i) const {
  constexpr int kLevels = 5;
  constexpr std::size_t kMore = 15;
  const Tree& tree = page_.tree;
  const std::size_t own = tree.content(i, kMostText).size();
  NodeIndex at = i;
  for (int level = 0; level <= kLevels && at != kNoNode; ++level, at = tree[at].parent) {
    if (tree[at].end - at > kMostNodes) return false;
    if (holds_headline(at)) return false;
    if (tree[at].tag == Tag::kText) continue;
    if (tree[at].tag == Tag::kA && tree.content(at, kMostText).size() >= own + kMore) return true;
    if (!is_item(at)) continue;
    link_neighbours();
    for (const NodeIndex other : {previous_[at], element_after(tree, at)}) {
      if (other == kNoNode || holds_headline(other)) continue;
      if (are_alike(at, other) && is_item(other)) return true;
    }
  }
  return false;
}

}  // namespace dateline::indexer::page
