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

std::vector<Hint> mark(const Tree& tree, const TextSums& sums, bool lenient) {
  std::vector<Hint> out(tree.size(), Hint::kNone);
  const std::uint32_t all = tree.size() == 0 ? 0 : sums.prose(0);
  for (NodeIndex i = 0; i < tree.size(); ++i) {
    const NodeIndex parent = tree[i].parent;
    if (parent != kNoNode && out[parent] != Hint::kNone) {
      out[i] = out[parent];
      continue;
    }
    if (!may_be_furniture(tree[i].tag)) continue;
    const Hint hint = hint_of(tree, i);
    if (!is_furniture(hint)) continue;
    const std::uint32_t prose = sums.prose(i);
    if (lenient && prose > 0 && !is_never_article(hint)) continue;
    if (prose == 0 || prose <= believable(hint, all)) out[i] = hint;
  }
  return out;
}

// Prose that is not marked.
std::uint32_t prose_left(const Blocks& blocks, const std::vector<Hint>& furniture) {
  std::uint32_t left = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].prose && furniture[blocks[b].first] == Hint::kNone) left += blocks[b].size;
  }
  return left;
}

}  // namespace

std::vector<Hint> find_furniture(const Tree& tree, const Blocks& blocks) {
  constexpr std::uint32_t kShare = 5;
  const TextSums sums(tree, blocks);
  std::vector<Hint> furniture = mark(tree, sums, false);
  const std::uint32_t all = tree.size() == 0 ? 0 : sums.prose(0);
  if (prose_left(blocks, furniture) * kShare >= all) return furniture;
  std::vector<Hint> lenient = mark(tree, sums, true);
  return prose_left(blocks, lenient) * kShare >= all ? lenient : furniture;
}

}  // namespace dateline::indexer::page
