// The text is found from the outside to the inside, and each step takes something away:
//
//   container      the element with most prose and fewest links (container.h)
//   named article  within it the <article> whose heading is the page's title (named_article.h)
//   blocks         without furniture, headline, lists of links, consent texts, labels
//   sections       without what a label such as "Related" heads (sections.h)
//   flow           without what lies in elements of another kind (flow.h)
//   opening lines  without credits and dates before the first paragraph (sections.h)
//
// Prose that a step takes is noted with the reason, for `extract --explain`. Tested in
// body_test.cc, and with whole pages in extract_html_test.cc.
#include "indexer/extract/body/body.h"

#include <algorithm>

#include "common/base/strings.h"
#include "indexer/extract/body/container.h"
#include "indexer/extract/body/flow.h"
#include "indexer/extract/body/named_article.h"
#include "indexer/extract/body/sections.h"
#include "indexer/extract/page/furniture.h"
#include "indexer/extract/page/phrases.h"

namespace dateline::indexer::page {
namespace {

class Chooser {
 public:
  explicit Chooser(const Page& page)
      : tree_(page.tree),
        blocks_(page.blocks),
        furniture_(page.furniture),
        about_cookies_(find_ignoring_ascii_case(page.meta.title, "cookie") !=
                       std::string_view::npos) {}

  void choose(Body& body) const {
    const std::size_t begin = blocks_.first_at(body.container);
    const std::size_t end = blocks_.first_at(tree_[body.container].end);
    for (std::size_t b = begin; b < end; ++b) {
      const std::string_view reason = reason_to_cut(b);
      if (reason.empty()) {
        body.blocks.push_back(b);
      } else if (blocks_[b].prose) {
        body.cut.push_back({b, reason});
      }
    }
    drop_loose_headings(body.blocks);
  }

 private:
  Tag tag(std::size_t b) const { return tree_[blocks_[b].element].tag; }

  std::string_view reason_to_cut(std::size_t b) const {
    const Block& block = blocks_[b];
    const std::string_view text = blocks_.text(b);
    if (furniture_[block.first] != Hint::kNone) return name_of(furniture_[block.first]);
    if (tag(b) == Tag::kH1) return "headline";
    if (block.link_share() > 0.66) return "links";
    if (is_furniture_line(text)) return "furniture line";
    if (!about_cookies_ && is_consent_text(text)) return "consent text";
    if (is_data(text)) return "data";
    if (block.prose || tag(b) == Tag::kP || is_heading(tag(b))) return {};
    if (tag(b) == Tag::kLi || tag(b) == Tag::kBlockquote || tag(b) == Tag::kPre) return {};
    return "label";
  }

  // Headings that no text follows are links or labels.
  void drop_loose_headings(std::vector<std::size_t>& chosen) const {
    while (!chosen.empty() && is_heading(tag(chosen.back()))) chosen.pop_back();
  }

  const Tree& tree_;
  const Blocks& blocks_;
  const std::vector<Hint>& furniture_;
  bool about_cookies_;
};

// A few words far below the headline are not its article: a news flash is a headline and no more.
bool stands_apart(const Page& page, const std::vector<std::size_t>& chosen) {
  constexpr std::size_t kFew = 400;
  constexpr std::size_t kFar = 12;
  const NodeIndex heading = page.tree.find(Tag::kH1, 0, page.tree.size());
  if (chosen.empty() || heading == kNoNode) return false;
  std::size_t size = 0;
  for (const std::size_t b : chosen) size += page.blocks[b].size;
  const std::size_t first = page.blocks.first_at(heading);
  return size < kFew && chosen.front() > first + kFar;
}

// What `kept` lacks of body.blocks is noted with the reason.
void keep(Body& body, std::vector<std::size_t> kept, const Page& page, std::string_view reason) {
  auto at = kept.begin();
  for (const std::size_t b : body.blocks) {
    if (at != kept.end() && *at == b) {
      ++at;
    } else if (page.blocks[b].prose) {
      body.cut.push_back({b, reason});
    }
  }
  body.blocks = std::move(kept);
}

}  // namespace

Body find_body(const Page& page) {
  const Container container = find_container(page.tree, page.blocks, page.furniture);
  Body body;
  body.container = container.node;
  body.method = container.method;
  if (const NodeIndex named = named_article(page, container.node); named != kNoNode) {
    body.container = named;
    body.method = "article with the headline";
  }
  Chooser(page).choose(body);
  keep(body, drop_above_headline(page, body.blocks), page, "above the headline");
  keep(body, drop_foreign_sections(page, body.blocks), page, "below a label of other content");
  keep(body, keep_main_flow(page, body.blocks), page, "apart from the main flow of text");
  keep(body, drop_opening_lines(page, body.blocks), page, "credit or date line");
  if (stands_apart(page, body.blocks)) keep(body, {}, page, "few words far below the headline");
  return body;
}

std::string text_of(const Body& body, const Blocks& blocks) {
  std::string out;
  for (const std::size_t b : body.blocks) {
    if (!out.empty()) out += "\n\n";
    out += blocks.text(b);
  }
  return out;
}

}  // namespace dateline::indexer::page
