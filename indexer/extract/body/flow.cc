// Blocks are grouped by the element that their paragraphs lie in, and the group with most prose is
// the main flow. With it stay the groups whose elements are made alike (same tag and class, of the
// element and of its parent), and what lies between their first and last block:
//
//   <div class=lead><p>A</p></div>           close before the main flow: stays if it is prose
//   <div class=part><p>B</p><p>C</p></div>   the main flow
//   <div class=ad><p>D</p></div>             between its parts: stays, for other rules to judge
//   <div class=part><p>E</p></div>           made alike: stays
//   <div class=bio><p>F</p></div>            after it, of another kind and small: goes
//
// Tested in flow_test.cc.
#include "indexer/extract/body/flow.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

#include "common/base/strings.h"

namespace dateline::indexer::page {
namespace {

// The outermost <article> around `i`; kNoNode if there is none.
NodeIndex article_around(const Tree& tree, NodeIndex i) {
  NodeIndex outermost = kNoNode;
  for (; i != kNoNode; i = tree[i].parent) {
    if (tree[i].tag == Tag::kArticle) outermost = i;
  }
  return outermost;
}

// The same for elements that a template makes alike: tag and class of the element and its parent.
std::uint64_t kind_of_flow(const Tree& tree, NodeIndex i) {
  std::uint64_t kind = 0;
  const std::hash<std::string_view> hash;
  for (int level = 0; level < 2 && i != kNoNode; ++level, i = tree[i].parent) {
    kind = kind * 1'000'003 + static_cast<std::uint64_t>(tree[i].tag);
    kind = kind * 1'000'003 + hash(tree.attribute(i, AttributeName::kClass));
  }
  return kind;
}

// A live blog's posts may well be articles of their own.
bool is_live(const Page& page) {
  return page.linked.article.is_live_blog() ||
         find_ignoring_ascii_case(page.meta.title, "live") != std::string_view::npos;
}

class Flows {
 public:
  Flows(const Page& page, const std::vector<std::size_t>& candidates)
      : page_(page), candidates_(candidates) {
    flows_.reserve(candidates.size());
    for (const std::size_t b : candidates) {
      flows_.push_back(flow_of(page.tree, page.blocks, page.blocks[b]));
      if (page.blocks[b].prose) prose_[flows_.back()] += page.blocks[b].size;
    }
  }

  std::vector<std::size_t> keep(FlowRule rule) const {
    const NodeIndex main = main_flow();
    if (main == kNoNode) return candidates_;
    const std::vector<bool> same = alike(main);
    const auto first =
        static_cast<std::size_t>(std::find(same.begin(), same.end(), true) - same.begin());
    std::size_t last = same.size();
    while (last > first && !same[last - 1]) --last;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (same[i] || belongs(i, first, last, prose_.at(main), rule)) out.push_back(candidates_[i]);
    }
    return out;
  }

  NodeIndex main_flow() const {
    NodeIndex best = kNoNode;
    std::uint32_t most = 0;
    for (const auto& [flow, prose] : prose_) {
      if (prose > most) {
        best = flow;
        most = prose;
      }
    }
    return best;
  }

 private:
  // For each candidate whether its flow is of the main one's kind.
  std::vector<bool> alike(NodeIndex main) const {
    const Tree& tree = page_.tree;
    const std::uint64_t kind = kind_of_flow(tree, main);
    const NodeIndex article = article_around(tree, main);
    const bool one_article = article != kNoNode && !is_live(page_);
    std::vector<bool> same(candidates_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const NodeIndex flow = flows_[i];
      const NodeIndex box = page_.blocks[candidates_[i]].box;
      same[i] = flow == main || kind_of_flow(tree, flow) == kind || kind_of_flow(tree, box) == kind;
      // Below an article many pages append the next one.
      if (one_article && article_around(tree, flow) != article) same[i] = false;
    }
    return same;
  }

  // Whether a block of another kind of flow is part of the text: between two parts of the main flow
  // it is; behind the last only if its flow has much prose of its own; before the first also if it
  // is prose that stands close by.
  bool belongs(std::size_t i, std::size_t first, std::size_t last, std::uint32_t main_prose,
               FlowRule rule) const {
    if (i > first && i < last) return true;
    constexpr std::uint32_t kShare = 4;
    constexpr std::uint32_t kLeast = 300;
    constexpr std::uint32_t kSomeSentences = 150;
    constexpr std::size_t kClose = 3;
    const auto at = prose_.find(flows_[i]);
    const std::uint32_t prose = at == prose_.end() ? 0 : at->second;
    if (rule == FlowRule::kLenient && prose >= kSomeSentences) return true;
    const bool sizable = prose >= kLeast && prose * kShare >= main_prose;
    return sizable || (i < first && first - i <= kClose && page_.blocks[candidates_[i]].prose);
  }

  const Page& page_;
  const std::vector<std::size_t>& candidates_;
  std::vector<NodeIndex> flows_;  // of each candidate
  std::map<NodeIndex, std::uint32_t> prose_;
};

}  // namespace

NodeIndex flow_of(const Tree& tree, const Blocks& blocks, const Block& block) {
  constexpr int kMaxWrappers = 3;
  NodeIndex i = block.box;
  // An element around one paragraph alone is its wrapper.
  for (int level = 0; level < kMaxWrappers && tree[i].parent != kNoNode; ++level) {
    const bool alone = blocks.first_at(i) + 1 == blocks.first_at(tree[i].end);
    if (!alone || tree[i].tag == Tag::kArticle || tree[i].tag == Tag::kBody) break;
    i = tree[i].parent;
  }
  return i;
}

NodeIndex main_flow(const Page& page, const std::vector<std::size_t>& candidates) {
  return Flows(page, candidates).main_flow();
}

std::vector<std::size_t> keep_main_flow(const Page& page,
                                        const std::vector<std::size_t>& candidates, FlowRule rule) {
  return Flows(page, candidates).keep(rule);
}

}  // namespace dateline::indexer::page
