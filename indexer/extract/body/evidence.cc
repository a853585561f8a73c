// The page is read once, block by block: which words of headline and description it has, how many
// of its runs of words the metadata's text has, what the elements around it are called. Sums over
// blocks then tell of any range, what lies in it and what a candidate leaves out of it. Tested in
// judge_test.cc.
#include "indexer/extract/body/evidence.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "indexer/extract/body/named_article.h"
#include "indexer/extract/body/word_sets.h"
#include "indexer/extract/page/furniture.h"
#include "indexer/extract/page/phrases.h"

namespace dateline::indexer::page {
namespace {

double share(double part, double whole) { return whole <= 0 ? 0.0 : part / whole; }

// 0 for nothing, about 1 for 20,000.
double scaled_log(double amount) { return std::log1p(amount) / 10.0; }

std::vector<std::uint32_t> sums_of(const Blocks& blocks, std::uint32_t (*value)(const Block&)) {
  std::vector<std::uint32_t> out(blocks.size() + 1);
  for (std::size_t b = 0; b < blocks.size(); ++b) out[b + 1] = out[b] + value(blocks[b]);
  return out;
}

std::string description_of(const Page& page) {
  const std::string& linked = page.linked.article.description;
  return !linked.empty() ? linked : page.meta.value({"og:description", "description"});
}

// The flags of elements that hold for all that lies in them.
struct Around {
  Hint named = Hint::kNone;
  bool body = false;
  bool article = false;
  bool list = false;
};

}  // namespace

Evidence::Evidence(const Page& page)
    : page_(page),
      facts_(page.blocks.size()),
      prose_(sums_of(page.blocks, [](const Block& b) { return b.prose ? b.size : 0U; })),
      bytes_(sums_of(page.blocks, [](const Block& b) { return b.size; })),
      linked_(sums_of(page.blocks, [](const Block& b) { return std::min(b.linked, b.size); })),
      wording_(page.blocks.size() + 1) {
  const NodeIndex heading = title_heading(page);
  has_headline_ = heading != kNoNode;
  if (has_headline_) headline_ = page.blocks.first_at(heading);
  read_names();
  read_words();
}

void Evidence::read_names() {
  const Tree& tree = page_.tree;
  const FurnitureMarker marker(tree, page_.blocks, page_.hints);
  std::vector<Around> around(tree.size());
  std::size_t b = 0;
  for (NodeIndex i = 0; i < tree.size() && b < facts_.size(); ++i) {
    Around& here = around[i];
    if (tree[i].parent != kNoNode) here = around[tree[i].parent];
    const Tag tag = tree[i].tag;
    if (tag != Tag::kText) {
      const Hint hint = marker.element_hint(i);
      if (here.named == Hint::kNone && tag != Tag::kBody && is_furniture(hint)) here.named = hint;
      here.body = here.body || hint == Hint::kBody;
      here.article = here.article || tag == Tag::kArticle || tag == Tag::kMain;
      here.list = here.list || tag == Tag::kLi;
    }
    if (page_.blocks[b].first != i) continue;
    Facts& facts = facts_[b];
    facts.named = here.named;
    facts.named_body = here.body;
    facts.in_article = here.article;
    facts.in_list = here.list;
    facts.parent = tree[page_.blocks[b].element].parent;
    ++b;
  }
}

void Evidence::read_words() {
  const Blocks& blocks = page_.blocks;
  const WordSet title(has_headline_ ? page_.blocks.text(std::min(headline_, blocks.size() - 1))
                                    : std::string_view(page_.meta.title));
  const WordSet lead(description_of(page_));
  title_words_ = title.size();
  lead_words_ = lead.size();
  const std::vector<std::uint64_t> stated = word_runs(page_.linked.article.body);
  stated_runs_ = stated.size();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const std::string_view text = blocks.text(b);
    Facts& facts = facts_[b];
    facts.wording = is_furniture_line(text);
    wording_[b + 1] = wording_[b] + (facts.wording ? blocks[b].size : 0U);
    if (!blocks[b].prose && blocks[b].link_share() > 0.66) continue;
    facts.title = title.in(text);
    facts.lead = lead.in(text);
    facts.stops = ends_sentence(text);
    facts.digits = static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (stated.empty()) continue;
    const std::vector<std::uint64_t> runs = word_runs(text);
    facts.runs = static_cast<std::uint32_t>(runs.size());
    for (const std::uint64_t run : runs) {
      facts.stated_hits += std::binary_search(stated.begin(), stated.end(), run) ? 1U : 0U;
    }
  }
}

namespace {

// Bytes of a candidate by what the elements around are named.
enum Named : std::size_t { kNav, kAside, kComments, kPromotion, kCaption, kOther, kNamed };

Named named_as(Hint hint) {
  switch (hint) {
    case Hint::kNavigation:
    case Hint::kFooter:
      return kNav;
    case Hint::kSidebar:
    case Hint::kRelated:
    case Hint::kShare:
      return kAside;
    case Hint::kComments:
      return kComments;
    case Hint::kPromotion:
    case Hint::kConsent:
      return kPromotion;
    case Hint::kCaption:
      return kCaption;
    default:
      return kOther;
  }
}

}  // namespace

struct Evidence::Sums {
  double bytes = 0, prose = 0, linked = 0, headings = 0, paragraphs = 0, stops = 0, digits = 0;
  double body = 0, article = 0, list = 0, runs = 0, stated = 0;
  std::array<double, kNamed> named{};
  std::uint64_t title = 0, lead = 0;
  double most_in_one_parent = 0;
};

Evidence::Sums Evidence::sums_of_blocks(const Body& body) const {
  constexpr std::size_t kLeadBlocks = 4;
  Sums sum;
  std::unordered_map<NodeIndex, double> parents;
  for (std::size_t n = 0; n < body.blocks.size(); ++n) {
    const std::size_t b = body.blocks[n];
    const Block& block = page_.blocks[b];
    const Facts& facts = facts_[b];
    const double size = block.size;
    sum.bytes += size;
    sum.linked += block.linked;
    sum.headings += is_heading(page_.tree[block.element].tag) ? 1 : 0;
    sum.stops += facts.stops ? 1 : 0;
    sum.digits += facts.digits;
    if (facts.named_body) sum.body += size;
    if (facts.in_article) sum.article += size;
    if (facts.in_list) sum.list += size;
    if (facts.named != Hint::kNone) sum.named[named_as(facts.named)] += size;
    sum.title |= facts.title;
    if (n < kLeadBlocks) sum.lead |= facts.lead;
    sum.runs += facts.runs;
    sum.stated += facts.stated_hits;
    if (!block.prose) continue;
    sum.prose += size;
    sum.paragraphs += 1;
    double& in_parent = parents[facts.parent];
    in_parent += size;
    sum.most_in_one_parent = std::max(sum.most_in_one_parent, in_parent);
  }
  return sum;
}

Features Evidence::of(const Body& body, bool first) const {
  constexpr double kLittle = 400;
  if (body.blocks.empty()) return {};
  const Sums sum = sums_of_blocks(body);
  const std::size_t begin = body.blocks.front();
  const std::size_t end = body.blocks.back() + 1;
  const double count = double(body.blocks.size());
  const double all = prose_.back();
  const double between = double(bytes_[end] - bytes_[begin]);
  const bool below = has_headline_ && begin >= headline_;
  const std::size_t from = below ? headline_ : begin;
  return {
      first ? 1.0 : 0.0,
      scaled_log(sum.prose),
      share(sum.prose, all),
      std::max(0.0, 1.0 - sum.prose / kLittle),
      below ? 1.0 : 0.0,
      has_headline_ && begin < headline_ && headline_ < end ? 1.0 : 0.0,
      share(double(prose_[begin] - prose_[from]), all),
      scaled_log(double(begin - from)),
      share(double(prose_.back() - prose_[end]), all),
      1.0 - share(sum.bytes, between),
      1.0 - share(sum.prose, double(prose_[end] - prose_[begin])),
      share(sum.linked, sum.bytes),
      share(double(linked_[end] - linked_[begin]), between),
      sum.headings / count,
      sum.paragraphs / count,
      scaled_log(share(sum.prose, sum.paragraphs)),
      sum.stops / count,
      share(std::popcount(sum.title), double(title_words_)),
      share(std::popcount(sum.lead), double(lead_words_)),
      share(sum.stated, sum.runs),
      std::min(1.0, share(sum.stated, double(stated_runs_))),
      share(sum.body, sum.bytes),
      share(sum.article, sum.bytes),
      share(sum.most_in_one_parent, sum.prose),
      share(sum.named[kNav], sum.bytes),
      share(sum.named[kAside], sum.bytes),
      share(sum.named[kComments], sum.bytes),
      share(sum.named[kPromotion], sum.bytes),
      share(sum.named[kCaption], sum.bytes),
      share(sum.named[kOther], sum.bytes),
      share(sum.list, sum.bytes),
      share(sum.digits, sum.bytes),
      share(double(wording_[end] - wording_[begin]), between),
  };
}

}  // namespace dateline::indexer::page
