#include "indexer/extract/byline.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/markup_text.h"

namespace dateline::indexer::page {
namespace {

// Longer texts in an element named "author" are biographies.
constexpr std::size_t kLongestByline = 300;

// The text of an element, each link and block on a line of its own: a name and the paper or place
// after it are often parted by markup alone.
std::string credit_text(const Tree& tree, NodeIndex i) {
  std::string out;
  NodeIndex link_end = 0;
  for (NodeIndex at = i; at < tree[i].end && out.size() <= kLongestByline; ++at) {
    const Tag tag = tree[at].tag;
    if (tag == Tag::kText) {
      out += tree.text(at);
    } else if (is_block(tag) || tag == Tag::kBr || tag == Tag::kA) {
      out += '\n';
    }
    if (tag == Tag::kA) link_end = tree[at].end;
    if (at + 1 == link_end) out += '\n';
  }
  return out;
}

// Line by line, as read_credits() takes one line.
Credits read_lines(std::string_view text) {
  Credits credits;
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).empty()) merge(credits, read_credits(line));
  }
  return credits;
}

// The publication is no author of its articles.
class NotThePublication {
 public:
  explicit NotThePublication(const Page& page) {
    for (const std::string& name :
         {page.linked.article.publisher, page.linked.site_name, page.meta.value({"og:site_name"}),
          page.meta.value({"application-name"})}) {
      if (!name.empty()) names_.push_back(folded(name));
    }
    host_ = folded(host_of(page.url));
  }

  Credits operator()(Credits credits) const {
    auto& people = credits.people;
    people.erase(std::remove_if(people.begin(), people.end(),
                                [&](const std::string& name) { return is_publication(name); }),
                 people.end());
    return credits;
  }

 private:
  bool is_publication(const std::string& name) const {
    const std::string fold = folded(name);
    return (fold.size() >= 6 && host_.compare(0, fold.size(), fold) == 0) ||
           std::find(names_.begin(), names_.end(), fold) != names_.end();
  }

  std::vector<std::string> names_;
  std::string host_;
};

Credits from_linked(const LinkedArticle& article) {
  Credits credits;
  for (const LinkedAuthor& author : article.authors) {
    const Credits read = read_credits(author.name);
    merge(credits, author.organisation ? Credits{{}, read.agencies} : read);
  }
  return credits;
}

Credits from_meta(const Meta& meta) {
  Credits credits;
  for (const std::string& value :
       meta.values({"author", "article:author_name", "parsely-author", "sailthru.author", "byl",
                    "dc.creator", "dcterms.creator", "dc.contributor", "article.author", "authors",
                    "citation_author", "cxenseparse:author"})) {
    if (value.find("://") == std::string::npos) merge(credits, read_credits(value));
  }
  return credits;
}

Credits from_article_author(const Meta& meta) {
  Credits credits;
  for (const std::string& value : meta.values({"article:author", "og:article:author"})) {
    if (value.find("://") == std::string::npos) merge(credits, read_credits(value));
  }
  return credits;
}

// Names in lists of other articles, comments and the like are others'.
bool is_elsewhere(const Page& page, NodeIndex i) {
  const Hint hint = page.furniture[i];
  return hint == Hint::kRelated || hint == Hint::kComments || hint == Hint::kFooter ||
         hint == Hint::kNavigation || hint == Hint::kCaption || hint == Hint::kConsent;
}

bool is_author_property(std::string_view property) {
  return property == "author" || property == "creator";
}

std::string_view visible_source(const Tree& tree, NodeIndex i) {
  if (is_author_property(tree.attribute(i, AttributeName::kItemprop))) return "itemprop author";
  if (tree.attribute(i, AttributeName::kRel).find("author") != std::string_view::npos) {
    return "rel author";
  }
  const std::string_view names = tree.attribute(i, AttributeName::kClass);
  const std::string lower = to_ascii_lower(names);
  for (const std::string_view word : {"byline", "author", "autor", "writer", "auteur"}) {
    if (lower.find(word) != std::string::npos) return "element named byline";
  }
  return {};
}

// Every element that says it names the author, the most explicit kind first.
Finding<Credits> from_elements(const Page& page, const NotThePublication& checked) {
  for (const std::string_view kind : {"itemprop author", "rel author", "element named byline"}) {
    Credits credits;
    for (NodeIndex i = 0; i < page.tree.size(); ++i) {
      if (page.tree[i].attributes_count == 0 || page.tree[i].tag == Tag::kMeta) continue;
      if (visible_source(page.tree, i) != kind || is_elsewhere(page, i)) continue;
      const std::string text = credit_text(page.tree, i);
      if (text.size() > kLongestByline) continue;
      merge(credits, checked(read_lines(text)));
      if (!credits.people.empty() && kind == "element named byline") break;
    }
    if (!credits.people.empty()) return {credits, std::string(kind)};
  }
  return {};
}

// `more` has everybody whom `some` has, and others.
bool names_more(const Credits& more, const Credits& some) {
  return more.people.size() > some.people.size() && !some.people.empty() &&
         std::all_of(some.people.begin(), some.people.end(), [&](const std::string& name) {
           return std::find(more.people.begin(), more.people.end(), name) != more.people.end();
         });
}

bool leads_to_author(std::string_view href) {
  static constexpr auto kPaths = std::to_array<std::string_view>(
      {"/author", "/autor", "/auteur", "/people/", "/person/", "/profile", "/writer", "/staff/",
       "/contributor", "/journalist", "/by/", "/bio/", "/redakt", "/forfatter", "/team/"});
  const std::string lower = to_ascii_lower(href);
  return std::any_of(kPaths.begin(), kPaths.end(),
                     [&](std::string_view path) { return lower.find(path) != std::string::npos; });
}

// From the headline to the second paragraph: where credits stand.
struct Region {
  NodeIndex begin;
  NodeIndex end;
};

Region region_above(const Page& page, NodeIndex body_begin) {
  constexpr std::size_t kBlocksAbove = 25;
  const std::size_t text = page.blocks.first_at(body_begin);
  const std::size_t begin = text < kBlocksAbove ? 0 : text - kBlocksAbove;
  const std::size_t end = std::min(text + 3, page.blocks.size());
  return {begin < page.blocks.size() ? page.blocks[begin].first : 0,
          end < page.blocks.size() ? page.blocks[end].first : page.tree.size()};
}

Credits from_author_links(const Page& page, Region region) {
  Credits credits;
  for (NodeIndex i = region.begin; i < region.end; ++i) {
    if (page.tree[i].tag != Tag::kA || is_elsewhere(page, i)) continue;
    if (!leads_to_author(page.tree.attribute(i, AttributeName::kHref))) continue;
    const std::string text = page.tree.content(i);
    if (text.size() < 80) merge(credits, read_credits(text));
  }
  return credits;
}

// The first blocks after the text.
Region region_below(const Page& page, NodeIndex body_end) {
  constexpr std::size_t kBlocksBelow = 4;
  const std::size_t begin = page.blocks.first_at(body_end);
  const std::size_t end = std::min(begin + kBlocksBelow, page.blocks.size());
  return {body_end, end < page.blocks.size() ? page.blocks[end].first : page.tree.size()};
}

// A block's text with line breaks where the page has <br>.
std::string lines_of(const Page& page, const Block& block) {
  std::string out;
  for (NodeIndex i = block.first; i <= block.last; ++i) {
    if (page.tree[i].tag == Tag::kText) out += page.tree.text(i);
    if (page.tree[i].tag == Tag::kBr) out += '\n';
  }
  return out;
}

// "By Ann Lee", alone on its line.
Credits from_credit_lines(const Page& page, Region region) {
  constexpr std::size_t kLongest = 200;
  for (std::size_t b = page.blocks.first_at(region.begin); b < page.blocks.first_at(region.end);
       ++b) {
    const Block& block = page.blocks[b];
    if (block.size > kLongest || !opens_credit(page.blocks.text(b)) ||
        is_elsewhere(page, block.first)) {
      continue;
    }
    Credits credits = read_lines(lines_of(page, block));
    if (!credits.people.empty()) return credits;
  }
  return {};
}

// "Source: dpa", "Reuters/AFP", "By Ann Lee / AFP" on lines of their own.
std::vector<std::string> agencies_on_lines(const Page& page, Region region) {
  constexpr std::size_t kLongest = 120;
  Credits found;
  for (std::size_t b = page.blocks.first_at(region.begin); b < page.blocks.first_at(region.end);
       ++b) {
    const Block& block = page.blocks[b];
    if (block.size > kLongest || block.prose || is_elsewhere(page, block.first)) continue;
    std::string_view text = page.blocks.text(b);
    const std::size_t colon = text.substr(0, 16).find(':');
    if (colon != std::string_view::npos) text = text.substr(colon + 1);
    merge(found, {{}, read_credits(text).agencies});
  }
  return found.agencies;
}

}  // namespace

Finding<Credits> find_byline(const Page& page, NodeIndex body_begin, NodeIndex body_end) {
  const NotThePublication checked(page);
  const Region above = region_above(page, body_begin);
  const Region below = region_below(page, body_end);
  Finding<Credits> found;
  Credits agencies;
  const auto decide = [&](Credits credits, std::string_view source) {
    credits = checked(std::move(credits));
    merge(agencies, {{}, credits.agencies});
    if (found.found() || credits.people.empty()) return;
    found = {std::move(credits), std::string(source)};
  };
  decide(from_linked(page.linked.article), "json-ld author");
  decide(from_meta(page.meta), "meta author");
  if (Credits meta = checked(from_meta(page.meta)); names_more(meta, found.value)) {
    found = {std::move(meta), "meta author"};
  }
  if (!found.found()) decide(from_article_author(page.meta), "meta article:author");
  if (!found.found()) found = from_elements(page, checked);
  if (!found.found()) decide(from_credit_lines(page, above), "credit line");
  if (!found.found()) decide(from_author_links(page, above), "link to author");
  if (!found.found()) decide(from_credit_lines(page, below), "credit line");
  merge(agencies, {{}, agencies_on_lines(page, above)});
  merge(agencies, {{}, agencies_on_lines(page, below)});
  merge(found.value, agencies);
  if (found.source.empty() && !found.value.empty()) found.source = "credits";
  return found;
}

}  // namespace dateline::indexer::page
