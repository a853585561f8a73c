// Headings are compared with the titles that the metadata state, both folded. Titles carry the
// site's name behind, so a heading says a title if the title begins with it:
//
//   <title>Bridge shut | The Courier</title>     <h2>Bridge shut</h2>       says it
//                                                <h2>Ferries resume</h2>    does not
//
// The <article> around the first such heading is the page's own, where another of some size stands
// beside it. Tested in named_article_test.cc.
#include "indexer/extract/body/named_article.h"

#include <algorithm>
#include <string>

#include "common/base/strings.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/page/furniture.h"

namespace dateline::indexer::page {
namespace {

// The titles that the metadata state, folded.
std::vector<std::string> stated_titles(const Page& page) {
  constexpr std::size_t kShortest = 12;
  constexpr std::size_t kLongest = 500;
  std::vector<std::string> out;
  for (const std::string& title : {page.linked.article.headline, page.meta.value({"og:title"}),
                                   page.meta.value({"twitter:title"}), page.meta.title}) {
    if (title.size() > kLongest) continue;
    std::string fold = folded(title);
    if (fold.size() >= kShortest) out.push_back(std::move(fold));
  }
  return out;
}

// Titles carry the site's name behind, and may be cut: the heading is the whole or its beginning.
bool says_title(const Page& page, NodeIndex heading, const std::vector<std::string>& titles) {
  constexpr std::size_t kShortest = 12;
  constexpr std::size_t kLongest = 400;
  constexpr NodeIndex kMostNodes = 64;  // headings within headings would make this quadratic
  if (page.tree[heading].end - heading > kMostNodes) return false;
  const std::string text = page.tree.content(heading, 4 * kLongest);
  if (text.size() < kShortest || text.size() > kLongest) return false;
  const std::string fold = folded(text);
  return fold.size() >= kShortest &&
         std::any_of(titles.begin(), titles.end(),
                     [&](const std::string& title) { return title.rfind(fold, 0) == 0; });
}

// The first heading of at most that rank that says a title; kNoNode if none does.
NodeIndex find_title(const Page& page, NodeIndex begin, NodeIndex end, Tag lowest) {
  constexpr int kMostTried = 200;
  const std::vector<std::string> titles = stated_titles(page);
  int tried = 0;
  for (NodeIndex i = begin; i < end && !titles.empty() && tried < kMostTried; ++i) {
    const Tag tag = page.tree[i].tag;
    if (!is_heading(tag) || tag > lowest) continue;
    ++tried;
    if (says_title(page, i, titles)) return i;
  }
  return kNoNode;
}

NodeIndex article_around(const Tree& tree, NodeIndex i, NodeIndex within) {
  for (i = tree[i].parent; i != kNoNode && i != within; i = tree[i].parent) {
    if (tree[i].tag == Tag::kArticle) return i;
  }
  return kNoNode;
}

// The headline itself, in a heading of any rank, opens no text.
std::vector<std::size_t> without_title(const Page& page, std::vector<std::size_t> candidates) {
  const NodeIndex first = page.blocks[candidates.front()].element;
  if (is_heading(page.tree[first].tag) && says_title(page, first, stated_titles(page))) {
    candidates.erase(candidates.begin());
  }
  return candidates;
}

}  // namespace

NodeIndex named_article(const Page& page, NodeIndex container) {
  constexpr std::uint32_t kLeast = 400;
  const Tree& tree = page.tree;
  const NodeIndex end = tree[container].end;
  if (page.linked.article.is_live_blog() || tree.find(Tag::kArticle, container + 1, end) == kNoNode)
    return kNoNode;
  const NodeIndex title = find_title(page, container, end, Tag::kH3);
  const NodeIndex named = title == kNoNode ? kNoNode : article_around(tree, title, container);
  if (named == kNoNode) return kNoNode;
  const TextSums sums(tree, page.blocks, page.furniture);
  if (sums.prose(named) < kLeast) return kNoNode;
  for (NodeIndex i = tree[named].end; i < end; ++i) {
    if (tree[i].tag == Tag::kArticle && sums.prose(i) >= kLeast) return named;
  }
  return kNoNode;
}

NodeIndex title_heading(const Page& page) {
  const NodeIndex said = find_title(page, 0, page.tree.size(), Tag::kH3);
  return said != kNoNode ? said : page.tree.find(Tag::kH1, 0, page.tree.size());
}

std::vector<std::size_t> drop_above_headline(const Page& page,
                                             const std::vector<std::size_t>& candidates) {
  constexpr std::size_t kLeast = 300;
  if (candidates.empty()) return candidates;
  if (!page.blocks[candidates.front()].prose) return without_title(page, candidates);
  const NodeIndex title =
      find_title(page, page.blocks[candidates.front()].first, page.tree.size(), Tag::kH1);
  std::vector<std::size_t> below;
  std::size_t prose = 0;
  for (const std::size_t b : candidates) {
    if (page.blocks[b].first < title) continue;
    below.push_back(b);
    if (page.blocks[b].prose) prose += page.blocks[b].size;
  }
  return prose >= kLeast ? below : candidates;
}

}  // namespace dateline::indexer::page
