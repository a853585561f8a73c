// Elements are asked in the order of the page what their names say (hints.h); what lies in
// furniture is furniture too. A name is believed only of an element that holds no great part of the
// page's prose, which prefix sums over the nodes tell at once: <body class="has-comments"> is no
// comment. Where the names together would leave less than a fifth of the prose, only those are
// believed that never name an article (navigation, footers, comments …). Tested in
// furniture_test.cc.
#include "indexer/extract/page/furniture.h"

namespace dateline::indexer::page {
namespace {

bool may_be_furniture(Tag tag) {
  return tag != Tag::kHtml && tag != Tag::kBody && tag != Tag::kText;
}

}  // namespace

TextSums::TextSums(const Tree& tree, const Blocks& blocks, const std::vector<Hint>& furniture)
    : tree_(tree), prose_(tree.size() + 1), other_(tree.size() + 1) {
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    if (!furniture.empty() && furniture[block.first] != Hint::kNone) continue;
    if (block.prose) {
      prose_[block.first + 1] += block.size;
    } else if (tree[block.element].tag != Tag::kP || block.link_share() > 0.4) {
      // A short paragraph speaks neither for nor against.
      other_[block.first + 1] += block.size;
    }
  }
  for (std::size_t i = 1; i <= tree.size(); ++i) {
    prose_[i] += prose_[i - 1];
    other_[i] += other_[i - 1];
  }
}

namespace {

// Galleries, boxes and forms now and then hold the article itself, slide by slide. These never do.
bool is_never_article(Hint hint) {
  return hint == Hint::kNavigation || hint == Hint::kFooter || hint == Hint::kRelated ||
         hint == Hint::kComments || hint == Hint::kConsent || hint == Hint::kHidden;
}

// How much of the page's prose an element of that name may hold. Comments may well be longer than
// the article; nothing else is.
std::uint32_t believable(Hint hint, std::uint32_t all) {
  if (hint == Hint::kComments) return all - all / 8;
  // On a page of a headline and little more, most of the prose is furniture.
  constexpr std::uint32_t kFlash = 700;
  return is_never_article(hint) && all < kFlash ? all - all / 4 : all / 3;
}

constexpr std::uint8_t kUnread = 0xFF;

}  // namespace

FurnitureMarker::FurnitureMarker(const Tree& tree, const Blocks& blocks,
                                 std::vector<std::uint8_t> hints)
    : tree_(tree), blocks_(blocks), sums_(tree, blocks), hints_(std::move(hints)) {
  hints_.resize(tree.size(), kUnread);
}

std::uint32_t FurnitureMarker::prose() const { return tree_.size() == 0 ? 0 : sums_.prose(0); }

std::uint32_t FurnitureMarker::prose_left(const std::vector<Hint>& furniture) const {
  std::uint32_t left = 0;
  for (std::size_t b = 0; b < blocks_.size(); ++b) {
    if (blocks_[b].prose && furniture[blocks_[b].first] == Hint::kNone) left += blocks_[b].size;
  }
  return left;
}

Hint FurnitureMarker::hint(NodeIndex i, Belief belief) const {
  if (belief == Belief::kTagsAlone) return hint_of_tag_and_role(tree_, i);
  if (hints_[i] == kUnread) hints_[i] = static_cast<std::uint8_t>(hint_of(tree_, i));
  return static_cast<Hint>(hints_[i]);
}

std::vector<Hint> FurnitureMarker::mark(Belief belief) const {
  std::vector<Hint> out(tree_.size(), Hint::kNone);
  const std::uint32_t all = prose();
  for (NodeIndex i = 0; i < tree_.size(); ++i) {
    const NodeIndex parent = tree_[i].parent;
    if (parent != kNoNode && out[parent] != Hint::kNone) {
      out[i] = out[parent];
      continue;
    }
    if (!may_be_furniture(tree_[i].tag)) continue;
    const Hint found = hint(i, belief);
    if (!is_furniture(found)) continue;
    const std::uint32_t prose = sums_.prose(i);
    if (belief == Belief::kReluctant && prose > 0 && !is_never_article(found)) continue;
    const bool believed =
        prose == 0 || belief == Belief::kAlways || prose <= believable(found, all);
    if (believed) out[i] = found;
  }
  return out;
}

std::vector<Hint> find_furniture(const FurnitureMarker& marker) {
  constexpr std::uint32_t kShare = 5;
  std::vector<Hint> furniture = marker.mark(Belief::kUsually);
  if (marker.prose_left(furniture) * kShare >= marker.prose()) return furniture;
  std::vector<Hint> lenient = marker.mark(Belief::kReluctant);
  return marker.prose_left(lenient) * kShare >= marker.prose() ? lenient : furniture;
}

std::vector<Hint> find_furniture(const Tree& tree, const Blocks& blocks) {
  return find_furniture(FurnitureMarker(tree, blocks));
}

}  // namespace dateline::indexer::page
