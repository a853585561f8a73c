// The standfirst is looked for in three ways. An element may be named as one:
//
//   <h1>Bridge shut</h1> <p class="article__lead">The storm cracked two bearings.</p> <p>Text …
//
// or a block before the text may say, word for word, what the page's description says. The second
// is weaker, for a description may quote the first paragraph too: that one counts only if it is set
// apart from the text, in bold or as a heading. Nothing is a standfirst that repeats the headline
// or is said again in the first paragraphs. Tested in standfirst_test.cc.
#include "indexer/extract/body/standfirst.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/base/strings.h"
#include "indexer/extract/credits/names.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/page/phrases.h"
#include "indexer/extract/tables/element_names.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kShortest = 20;
constexpr std::size_t kLongestStandfirst = 900;

bool named_standfirst(std::string_view names) {
  const std::string lower = to_ascii_lower(names);
  return std::any_of(kStandfirstNames.begin(), kStandfirstNames.end(), [&](std::string_view word) {
    const std::size_t at = lower.find(word);
    if (at == std::string::npos) return false;
    const std::size_t end = at + word.size();
    return (at == 0 || !is_ascii_alnum(lower[at - 1])) &&
           (end >= lower.size() || !is_ascii_lower(lower[end]));
  });
}

class StandfirstFinder {
 public:
  StandfirstFinder(const Page& page, const std::string& headline, Body& body)
      : page_(page), headline_(folded(headline)), body_(body) {}

  Finding<std::string> find() {
    const std::vector<std::size_t> before = body_.blocks;
    Finding<std::string> found = from_named_element();
    if (!found.found()) found = from_description();
    if (!found.found()) found = from_place();
    if (!found.found() || found.value.size() <= bytes_of(body_.blocks)) return found;
    // It is no standfirst that is longer than the text, but its beginning.
    body_.blocks = with_prose(before, taken_from_, taken_to_);
    return {};
  }

 private:
  std::size_t bytes_of(const std::vector<std::size_t>& blocks) const {
    std::size_t bytes = 0;
    for (const std::size_t b : blocks) bytes += page_.blocks[b].size;
    return bytes;
  }

  // `blocks` with those of the nodes [begin, end) that are prose.
  std::vector<std::size_t> with_prose(const std::vector<std::size_t>& blocks, NodeIndex begin,
                                      NodeIndex end) const {
    std::vector<std::size_t> within;
    const std::size_t behind = page_.blocks.first_at(end);
    for (std::size_t b = page_.blocks.first_at(begin); b < behind; ++b) {
      if (page_.blocks[b].prose) within.push_back(b);
    }
    std::vector<std::size_t> out;
    std::set_union(blocks.begin(), blocks.end(), within.begin(), within.end(),
                   std::back_inserter(out));
    return out;
  }

  bool fits(std::string_view text) const {
    if (text.size() < kShortest || text.size() > kLongestStandfirst) return false;
    // The headline again, perhaps with a label ("6 min read") beside it, is none.
    const std::string fold = folded(text);
    constexpr std::size_t kLabel = 16;
    const bool repeats = !headline_.empty() && fold.size() <= headline_.size() + kLabel &&
                         fold.find(headline_) != std::string::npos;
    return !repeats;
  }

  // Blocks of the page before the body's third block can be a standfirst.
  std::size_t horizon() const {
    if (body_.blocks.empty()) return page_.blocks.size();
    return body_.blocks[std::min<std::size_t>(2, body_.blocks.size() - 1)];
  }

  Finding<std::string> from_named_element() {
    const NodeIndex limit = page_.blocks.size() == 0 || body_.blocks.empty()
                                ? page_.tree.size()
                                : page_.blocks[horizon()].first;
    for (NodeIndex i = 0; i < limit; ++i) {
      if (!is_named(i)) continue;
      std::string text = text_below_label(i);
      if (!fits(text) || repeats_lead(i, text) || holds_the_text(i)) continue;
      remove(i, page_.tree[i].end);
      return {std::move(text), "element named standfirst"};
    }
    return {};
  }

  // True of an element that has half of the body or more: its name speaks of something else, as
  // that of a field "text-with-summary".
  bool holds_the_text(NodeIndex i) const {
    std::uint64_t within = 0;
    std::uint64_t all = 0;
    for (const std::size_t b : body_.blocks) {
      const Block& block = page_.blocks[b];
      all += block.size;
      if (block.first >= i && block.first < page_.tree[i].end) within += block.size;
    }
    return within * 2 >= all && within > 0;
  }

  // Without a heading such as "Summary" within the element.
  std::string text_below_label(NodeIndex i) const {
    const Node& node = page_.tree[i];
    constexpr std::size_t kMost = 4 * kLongestStandfirst;
    if (is_heading(node.tag)) return page_.tree.content(i, kMost);
    for (NodeIndex at = i + 1; at < node.end; ++at) {
      if (page_.tree[at].tag == Tag::kP && page_.tree[at].parent == i) {
        return page_.tree.content(at, kMost);
      }
    }
    return page_.tree.content(i, kMost);
  }

  bool is_named(NodeIndex i) const {
    const Node& node = page_.tree[i];
    if (node.tag == Tag::kText || node.tag == Tag::kMeta || node.tag == Tag::kBody ||
        node.attributes_count == 0 || node.end - i > 60) {
      return false;
    }
    if (page_.furniture[i] == Hint::kCaption) return false;  // a picture has a description, too
    const std::string_view property = page_.tree.attribute(i, AttributeName::kItemprop);
    if (property == "description" || property == "alternativeHeadline") return true;
    const Hint hint = page_.furniture[i];
    if (hint != Hint::kNone && hint != Hint::kAuthor) return false;
    return named_standfirst(page_.tree.attribute(i, AttributeName::kClass)) ||
           named_standfirst(page_.tree.attribute(i, AttributeName::kId)) ||
           named_standfirst(page_.tree.attribute(i, AttributeName::kData));
  }

  // The page's description, where a block before the text or its first paragraph has the same
  // words.
  Finding<std::string> from_description() {
    const Meta& meta = page_.meta;
    for (const std::string& stated :
         {page_.linked.article.description, meta.value({"og:description"}),
          meta.value({"description"})}) {
      const std::string fold = folded(stated);
      if (fold.size() < kShortest) continue;
      for (std::size_t b = 0; b <= horizon() && b < page_.blocks.size(); ++b) {
        const Block& block = page_.blocks[b];
        const bool first = !body_.blocks.empty() && b == body_.blocks.front();
        const bool before = body_.blocks.empty() || b < body_.blocks.front();
        if (!(first || before) || !fits(page_.blocks.text(b)) || block.size > 2 * fold.size()) {
          continue;
        }
        if (folded(page_.blocks.text(b)) != fold) continue;
        if (first && !set_apart(block)) return {};
        Finding<std::string> found{std::string(page_.blocks.text(b)),
                                   "block that is the description"};
        if (before && repeats_lead(block.first, found.value)) return {};
        remove(block.first, block.last + 1);
        return found;
      }
    }
    return {};
  }

  // The only line of some words between headline and text.
  Finding<std::string> from_place() {
    if (headline_.empty() || body_.blocks.empty()) return {};
    const std::size_t begin = body_.blocks.front();
    const std::size_t headline = block_of_headline(begin);
    if (headline == begin || begin - headline > kMostBetween) return {};
    std::size_t found = begin;
    for (std::size_t b = headline + 1; b < begin; ++b) {
      if (!may_lead(b)) continue;
      if (found != begin) return {};
      found = b;
    }
    if (found == begin && !is_set_apart_first()) return {};
    const Block& block = page_.blocks[found];
    if (repeats_lead(block.first, std::string(page_.blocks.text(found)))) return {};
    if (has_picture(page_.blocks[headline].last, block.first)) return {};
    Finding<std::string> line{std::string(page_.blocks.text(found)), "line below the headline"};
    remove(block.first, block.last + 1);
    return line;
  }

  static constexpr std::size_t kMostBetween = 8;

  // The last before block `end` that says it; `end` for none.
  std::size_t block_of_headline(std::size_t end) const {
    constexpr std::size_t kMostTried = 200;
    for (std::size_t b = end; b > 0 && end - b < kMostTried; --b) {
      if (page_.blocks[b - 1].size > 2 * headline_.size() + 40) continue;
      if (folded(page_.blocks.text(b - 1)) == headline_) return b - 1;
    }
    return end;
  }

  bool may_lead(std::size_t b) const {
    constexpr std::size_t kShortestLine = 30;
    constexpr std::ptrdiff_t kLeastWords = 6;
    const Block& block = page_.blocks[b];
    const std::string_view text = page_.blocks.text(b);
    return block.size >= kShortestLine && fits(text) && block.linked == 0 &&
           page_.furniture[block.first] == Hint::kNone && !opens_credit(text) &&
           !is_furniture_line(text) && !is_mostly_digits(text) &&
           std::count(text.begin(), text.end(), ' ') + 1 >= kLeastWords;
  }

  // What stands below one is its caption, whatever it is named.
  bool has_picture(NodeIndex begin, NodeIndex end) const {
    for (NodeIndex i = begin; i < end; ++i) {
      const Tag tag = page_.tree[i].tag;
      if (tag == Tag::kImg || tag == Tag::kFigure || tag == Tag::kPicture) return true;
    }
    return false;
  }

  // "Published: June 4, 2023 at 9:00" has more digits than a sentence has.
  static bool is_mostly_digits(std::string_view text) {
    constexpr std::ptrdiff_t kLettersADigit = 8;
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits * kLettersADigit > static_cast<std::ptrdiff_t>(text.size());
  }

  // The text's first block alone in a box of its own, others together in another.
  bool is_set_apart_first() const {
    const auto& blocks = body_.blocks;
    if (blocks.size() < 4 || !may_lead(blocks[0])) return false;
    const NodeIndex box = page_.blocks[blocks[1]].box;
    return page_.blocks[blocks[0]].box != box && page_.blocks[blocks[2]].box == box &&
           page_.blocks[blocks[3]].box == box;
  }

  // A lead in bold, in a heading, or in an element of its own is a standfirst; a plain first
  // paragraph that the description quotes is the lead.
  bool set_apart(const Block& block) const {
    const Tag tag = page_.tree[block.element].tag;
    return is_heading(tag) || block.strong * 10 > block.size * 9;
  }

  // True if the text is said again in the first paragraphs of the body (outside of `element`).
  bool repeats_lead(NodeIndex element, const std::string& text) const {
    const std::string fold = folded(text).substr(0, 80);
    std::string lead;
    for (const std::size_t b : body_.blocks) {
      const Block& block = page_.blocks[b];
      if (block.first >= element && block.first < page_.tree[element].end) continue;
      lead += folded(page_.blocks.text(b));
      if (lead.size() > 1500) break;
    }
    return lead.find(fold) != std::string::npos;
  }

  void remove(NodeIndex begin, NodeIndex end) {
    taken_from_ = begin;
    taken_to_ = end;
    auto& blocks = body_.blocks;
    blocks.erase(std::remove_if(blocks.begin(), blocks.end(),
                                [&](std::size_t b) {
                                  const NodeIndex at = page_.blocks[b].first;
                                  return at >= begin && at < end;
                                }),
                 blocks.end());
  }

  const Page& page_;
  std::string headline_;
  Body& body_;
  NodeIndex taken_from_ = 0;  // nodes of the standfirst
  NodeIndex taken_to_ = 0;
};

}  // namespace

Finding<std::string> take_standfirst(const Page& page, const std::string& headline, Body& body) {
  return StandfirstFinder(page, headline, body).find();
}

}  // namespace dateline::indexer::page
