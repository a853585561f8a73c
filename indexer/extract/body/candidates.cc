// A candidate is a container and the rules that cut what it holds:
//
//   furniture     names of elements believed usually, always, reluctantly or not at all (furniture.h)
//   container     the densest element and those around it; the elements around the headline; what
//                 is named a body, an article or main; the whole page
//   sections      with or without what a label such as "Related" heads (sections.h)
//   flow          with what lies in elements of another kind, or with what of that has some
//                 sentences, or without (flow.h)
//
// and, where the metadata state the text, the blocks of the page that say the same. Most
// combinations come to the same blocks on most pages; each set of blocks is kept once. Tested in
// candidates_test.cc.
#include "indexer/extract/body/candidates.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "indexer/extract/body/container.h"
#include "indexer/extract/body/flow.h"
#include "indexer/extract/body/lists.h"
#include "indexer/extract/body/named_article.h"
#include "indexer/extract/body/sections.h"
#include "indexer/extract/body/verdicts.h"
#include "indexer/extract/page/furniture.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kMostCandidates = 48;
constexpr std::uint32_t kFlash = 700;

// What `kept` lacks of body.blocks is noted with the reason.
void keep(Body& body, const std::vector<std::size_t>& kept, const Page& page,
          std::string_view reason) {
  auto at = kept.begin();
  for (const std::size_t b : body.blocks) {
    if (at != kept.end() && *at == b) {
      ++at;
    } else if (page.blocks[b].prose) {
      body.cut.push_back({b, reason});
    }
  }
  body.blocks = kept;
}

std::uint64_t mark_of(const std::vector<std::size_t>& blocks) {
  std::uint64_t mark = 14695981039346656037ULL;
  for (const std::size_t b : blocks) mark = (mark ^ b) * 1099511628211ULL;
  return mark;
}

// A link that reads like a headline, or the heading of another part of the page.
bool leads_elsewhere(const Page& page, const Block& block) {
  constexpr std::uint32_t kTeaser = 25;
  return is_heading(page.tree[block.element].tag) ||
         (block.size >= kTeaser && block.link_share() > 0.66);
}

// A few sentences below teasers of other articles are not this one's: a news flash is a headline
// and no more, and what stands at the foot of its page tells of the publisher.
bool stands_apart(const Page& page, NodeIndex heading, const std::vector<std::size_t>& chosen) {
  constexpr std::size_t kFew = 400;
  constexpr std::size_t kFar = 12;
  constexpr int kTeasers = 2;
  if (heading == kNoNode) return false;
  const Blocks& blocks = page.blocks;
  std::size_t prose = 0;
  for (const std::size_t b : chosen) prose += blocks[b].prose ? blocks[b].size : 0;
  const auto sentence =
      std::find_if(chosen.begin(), chosen.end(), [&](std::size_t b) { return blocks[b].prose; });
  const std::size_t begin = sentence == chosen.end() ? chosen.front() : *sentence;
  const std::size_t first = blocks.first_at(heading);
  if (prose >= kFew || begin <= first + kFar) return false;
  int teasers = 0;
  for (std::size_t b = first + 1; b < begin; ++b)
    teasers += leads_elsewhere(page, blocks[b]) ? 1 : 0;
  return teasers >= kTeasers;
}

class Collector {
 public:
  explicit Collector(const Page& page)
      : page_(page),
        verdicts_(page),
        marker_(page.tree, page.blocks, page.hints),
        heading_(title_heading(page)),
        lists_(page) {}

  std::vector<Body> run() && {
    from_level(page_.furniture);
    // The other readings of names matter where names have taken prose, or could have.
    for (const Belief belief : {Belief::kAlways, Belief::kReluctant, Belief::kTagsAlone}) {
      // On a page of a headline and little more, what is named furniture is, unless all is.
      doubting_ = belief != Belief::kAlways;
      const bool most_is_left = marker_.prose_left(page_.furniture) * 5 >= marker_.prose();
      if (doubting_ && marker_.prose() < kFlash && most_is_left) continue;
      const std::vector<Hint> furniture = marker_.mark(belief);
      if (differs(furniture)) from_level(furniture);
    }
    return std::move(out_);
  }

 private:
  struct Way {
    bool sections;
    std::optional<FlowRule> flow;
  };
  static constexpr Way kAllRules{true, FlowRule::kStrict};

  // A reading that takes or gives less than a twentieth of the prose decides nothing.
  bool differs(const std::vector<Hint>& furniture) const {
    std::uint32_t moved = 0;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const Block& block = page_.blocks[b];
      const bool was = page_.furniture[block.first] != Hint::kNone;
      if (block.prose && was != (furniture[block.first] != Hint::kNone)) moved += block.size;
    }
    return std::uint64_t{moved} * 20 > marker_.prose();
  }

  void from_level(const std::vector<Hint>& furniture) {
    const Container dense = find_container(page_.tree, page_.blocks, furniture);
    const NodeIndex named = named_article(page_, dense.node);
    if (named != kNoNode) from_container({named, "article with the headline"}, furniture);
    from_container(dense, furniture);
    const TextSums sums(page_.tree, page_.blocks, furniture);
    climb(dense.node, "around the densest", sums, furniture);
    if (heading_ != kNoNode) climb(heading_, "around the headline", sums, furniture);
    from_named(sums, furniture);
    from_container({0, "whole page"}, furniture);
  }

  // The elements around `i` that hold more prose than what they are around of.
  void climb(NodeIndex i, std::string_view method, const TextSums& sums,
             const std::vector<Hint>& furniture) {
    constexpr int kMost = 4;
    std::uint32_t prose = sums.prose(i);
    int found = 0;
    for (i = page_.tree[i].parent; i != kNoNode && found < kMost; i = page_.tree[i].parent) {
      if (sums.prose(i) <= prose + prose / 50) continue;
      prose = sums.prose(i);
      from_container({i, method}, furniture);
      ++found;
    }
  }

  // The elements that are named a body, by the prose that they hold.
  void from_named(const TextSums& sums, const std::vector<Hint>& furniture) {
    constexpr std::size_t kMost = 2;
    const Tree& tree = page_.tree;
    std::vector<std::pair<std::uint32_t, NodeIndex>> named;
    for (NodeIndex i = 0; i < tree.size(); ++i) {
      const Tag tag = tree[i].tag;
      if (tag == Tag::kText || furniture[i] != Hint::kNone || sums.prose(i) == 0) continue;
      const bool semantic = tag == Tag::kArticle || tag == Tag::kMain;
      if (semantic || marker_.element_hint(i) == Hint::kBody) named.push_back({sums.prose(i), i});
    }
    const std::size_t most = std::min(kMost, named.size());
    std::partial_sort(named.begin(), named.begin() + static_cast<std::ptrdiff_t>(most), named.end(),
                      [](const auto& a, const auto& b) {
                        return a.first != b.first ? a.first > b.first : a.second > b.second;
                      });
    for (std::size_t n = 0; n < most; ++n) from_container({named[n].second, "named"}, furniture);
  }

  void from_container(const Container& container, const std::vector<Hint>& furniture) {
    Body whole;
    whole.container = container.node;
    whole.method = container.method;
    choose(whole, furniture);
    if (whole.blocks.empty() || !seen_wholes_.insert(mark_of(whole.blocks)).second) return;
    keep(whole, drop_above_headline(page_, whole.blocks), page_, "above the headline");
    for (const Way way :
         {kAllRules, Way{true, FlowRule::kLenient}, Way{true, {}}, Way{false, FlowRule::kStrict},
          Way{false, FlowRule::kLenient}, Way{false, {}}}) {
      add(whole, way, furniture);
    }
  }

  std::size_t prose_of(const Body& body) const {
    std::size_t prose = 0;
    for (const std::size_t b : body.blocks) {
      if (page_.blocks[b].prose) prose += page_.blocks[b].size;
    }
    return prose;
  }

  void choose(Body& body, const std::vector<Hint>& furniture) const {
    const std::size_t begin = page_.blocks.first_at(body.container);
    const std::size_t end = page_.blocks.first_at(page_.tree[body.container].end);
    for (std::size_t b = begin; b < end; ++b) {
      const std::string_view reason = verdicts_.reason_to_cut(b, furniture);
      if (reason.empty()) {
        body.blocks.push_back(b);
      } else if (page_.blocks[b].prose) {
        body.cut.push_back({b, reason});
      }
    }
    drop_loose_headings(body.blocks);
  }

  // Headings that no text follows are links or labels.
  void drop_loose_headings(std::vector<std::size_t>& chosen) const {
    while (!chosen.empty() && is_heading(page_.tree[page_.blocks[chosen.back()].element].tag)) {
      chosen.pop_back();
    }
  }

  void make_lists_whole(Body& body, const std::vector<Hint>& furniture) const {
    std::vector<std::size_t> whole = lists_.made_whole(body.container, body.blocks, furniture);
    if (whole == body.blocks) return;
    std::erase_if(body.cut, [&](const CutBlock& cut) {
      return std::binary_search(whole.begin(), whole.end(), cut.block);
    });
    for (const std::size_t b : body.blocks) {
      const bool kept = std::binary_search(whole.begin(), whole.end(), b);
      if (!kept) body.cut.push_back({b, "rest of a list of which most was cut"});
    }
    body.blocks = std::move(whole);
  }

  void add(Body body, Way way, const std::vector<Hint>& furniture) {
    if (out_.size() >= kMostCandidates) return;
    if (way.sections) {
      keep(body, drop_foreign_sections(page_, body.blocks), page_,
           "below a label of other content");
    }
    if (way.flow) {
      keep(body, keep_main_flow(page_, body.blocks, *way.flow), page_,
           "apart from the main flow of text");
    }
    keep(body, drop_opening_lines(page_, body.blocks), page_, "credit or date line");
    drop_loose_headings(body.blocks);
    make_lists_whole(body, furniture);
    if (body.blocks.empty() || !seen_.insert(mark_of(body.blocks)).second) return;
    if (stands_apart(page_, heading_, body.blocks)) return;
    if (doubting_ && prose_of(body) < kLeastAgainstNames) return;
    out_.push_back(std::move(body));
  }

  // What is named "usage" or "contact" and says three sentences is that.
  static constexpr std::size_t kLeastAgainstNames = 250;

  const Page& page_;
  Verdicts verdicts_;
  FurnitureMarker marker_;
  NodeIndex heading_;
  Lists lists_;
  bool doubting_ = false;  // whether names are believed less than usual
  std::set<std::uint64_t> seen_wholes_;
  std::set<std::uint64_t> seen_;
  std::vector<Body> out_;
};

}  // namespace

std::vector<Body> find_candidates(const Page& page) { return Collector(page).run(); }

}  // namespace dateline::indexer::page
