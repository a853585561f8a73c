// Pages name their author in a dozen ways and each of them lies now and then, so all are asked, the
// most trusted first, until one names a person; agencies are gathered from all of them.
//
//   metadata      {"author": {"name": "Ann Lee"}}, <meta name=author content="Ann Lee">
//   elements      <span itemprop=author>, <a rel=author>, <div class=byline>
//   credit lines  "By Ann Lee" above the text, "Von Ann Lee" below it
//   links         <a href=/authors/ann-lee>
//   neighbours    <span>Ann Lee</span><span>Dec 5, 2019</span>
//   signatures    <p><strong>Ann Lee</strong></p>, above the text or as its last line
//
// What is found is read by read_credits() of names.h; the publication itself is no author. Where
// links beside the headline name everybody whom the metadata name, and others, the links are
// believed. Tested in byline_test.cc.
#include "indexer/extract/credits/byline.h"

#include <algorithm>
#include <array>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/credits/credit_places.h"
#include "indexer/extract/dates/date_text.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/page/teasers.h"
#include "indexer/extract/tables/credits.h"
#include "indexer/extract/tables/element_names.h"
#include "indexer/extract/tables/matching.h"
#include "indexer/extract/tables/meta_keys.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {
namespace {

// Line by line, as read_credits() takes one line.
Credits read_lines(std::string_view text) {
  Credits credits;
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).empty()) merge(credits, read_credits(line));
  }
  return credits;
}

// Only what joins names stands between two of them.
bool joins_names(std::string_view text) {
  text = trim(text);
  return text == "," || std::any_of(kNameJoints.begin(), kNameJoints.end(),
                                    [&](std::string_view joint) { return trim(joint) == text; });
}

// Text node by text node, for markup alone parts a name from the buttons behind it. Behind a first
// name others count if something joins them to it.
Credits read_pieces(const Tree& tree, NodeIndex begin, NodeIndex end) {
  Credits credits;
  bool joined = true;
  for (NodeIndex i = begin; i < end; ++i) {
    if (tree[i].tag != Tag::kText || trim(tree.text(i)).empty()) continue;
    tree.count_work(1);
    const std::string_view text = trim(tree.text(i));
    const Credits read = text.size() <= kLongestByline ? read_credits(text) : Credits{};
    if (!read.people.empty() && joined) merge(credits, read);
    joined = credits.people.empty() || joins_names(text) || text.ends_with(',');
  }
  return credits;
}

// The credits in lines of text from nodes [begin, end). Where they name fewer than their elements
// do, or one name that goes on beyond its element, the elements decide.
Credits read_marked_lines(const Tree& tree, NodeIndex begin, NodeIndex end,
                          std::string_view lines) {
  Credits whole = read_lines(lines);
  if (whole.people.size() > 1) return whole;
  Credits pieces = read_pieces(tree, begin, end);
  if (pieces.people.empty()) return whole;
  const bool goes_on = whole.people.empty() || pieces.people.size() > whole.people.size() ||
                       (whole.people.front().size() > pieces.people.front().size() &&
                        whole.people.front().starts_with(pieces.people.front()));
  if (!goes_on) return whole;
  merge(pieces, {{}, whole.agencies});
  return pieces;
}

// The publication is no author of its articles.
class NotThePublication {
 public:
  explicit NotThePublication(const Page& page) {
    for (const std::string& name :
         {page.linked.article.publisher, page.linked.site_name, page.meta.value({"og:site_name"}),
          page.meta.value({"application-name"})}) {
      add(name);
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
  // "The Courier – Dunmarrow News" goes by either half too.
  void add(std::string_view name) {
    constexpr std::size_t kLongest = 300;
    if (name.size() > kLongest) return;
    std::vector<std::string_view> pending{name};
    while (!pending.empty()) {
      const std::string_view part = pending.back();
      pending.pop_back();
      if (part.empty()) continue;
      names_.push_back(folded(part));
      split_once(part, pending);
    }
  }

  static void split_once(std::string_view name, std::vector<std::string_view>& halves) {
    for (const std::string_view mark : kPublicationSeparators) {
      const std::size_t at = name.find(mark);
      if (at == std::string_view::npos) continue;
      halves.push_back(name.substr(0, at));
      halves.push_back(name.substr(at + mark.size()));
      return;
    }
  }

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
  for (const std::string& value : meta.values(kAuthorKeys)) {
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

bool is_author_property(std::string_view property) {
  return property == "author" || property == "creator";
}

// How an element says that it names the author, the most explicit way first.
constexpr auto kVisibleSources =
    std::to_array<std::string_view>({"itemprop author", "rel author", "element named byline"});
constexpr std::size_t kByClass = 2;

// Of kVisibleSources; their number for an element that says nothing.
std::size_t visible_source(const Tree& tree, NodeIndex i) {
  if (is_author_property(tree.attribute(i, AttributeName::kItemprop))) return 0;
  if (tree.attribute(i, AttributeName::kRel).find("author") != std::string_view::npos) return 1;
  const std::string_view names = tree.attribute(i, AttributeName::kClass);
  if (names.size() < 5) return kVisibleSources.size();
  return holds_one_of(kAuthorNames, to_ascii_lower(names)) ? kByClass : kVisibleSources.size();
}

// Every element within `where` that says it names the author.
Finding<Credits> from_elements(const Page& page, const NotThePublication& checked,
                               const Teasers& teasers, const Region& where, const Region& above) {
  std::array<std::vector<NodeIndex>, kVisibleSources.size()> elements;
  for (NodeIndex i = where.begin; i < where.end; ++i) {
    if (page.tree[i].attributes_count == 0 || page.tree[i].tag == Tag::kMeta) continue;
    const std::size_t source = visible_source(page.tree, i);
    if (source < elements.size()) elements[source].push_back(i);
  }
  for (std::size_t source = 0; source < kVisibleSources.size(); ++source) {
    Credits credits;
    for (const NodeIndex i : elements[source]) {
      if (is_elsewhere(page, i, above)) continue;
      const std::string text = credit_text(page.tree, i);
      if (text.size() > kLongestByline || teasers.hold(i)) continue;
      merge(credits, checked(read_marked_lines(page.tree, i, page.tree[i].end, text)));
      if (!credits.people.empty() && source == kByClass) break;
    }
    if (!credits.people.empty()) return {credits, std::string(kVisibleSources[source])};
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
  return holds_one_of(kAuthorPaths, to_ascii_lower(href));
}

Credits from_author_links(const Page& page, Region region) {
  Credits credits;
  for (NodeIndex i = region.begin; i < region.end; ++i) {
    if (page.tree[i].tag != Tag::kA || is_elsewhere(page, i, region)) continue;
    if (!leads_to_author(page.tree.attribute(i, AttributeName::kHref))) continue;
    constexpr std::size_t kLongest = 80;
    const std::string text = page.tree.content(i, 4 * kLongest);
    if (text.size() < kLongest) merge(credits, read_credits(text));
  }
  return credits;
}

// "By Ann Lee", alone on its line.
Credits from_credit_lines(const Page& page, Region region) {
  constexpr std::size_t kLongest = 200;
  for (std::size_t b = page.blocks.first_at(region.begin); b < page.blocks.first_at(region.end);
       ++b) {
    const Block& block = page.blocks[b];
    if (block.size > kLongest || is_elsewhere(page, block.first, region)) continue;
    const std::string lines = lines_of(page, block);
    if (!opens_credit(trim(lines))) continue;
    Credits credits = read_marked_lines(page.tree, block.first, block.last + 1, lines);
    if (!credits.people.empty()) return credits;
  }
  return {};
}

// A text node without the signs that part it from the next.
std::string_view bare(std::string_view text) {
  constexpr std::string_view kEdges = " \t\r\n|,-";
  const std::size_t begin = text.find_first_not_of(kEdges);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kEdges) + 1 - begin);
}

bool is_capitalised_name(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_upper) && is_personal_name(text);
}

// "Ann Lee" directly before or after a date in a block below the headline.
Credits beside_date(const Page& page, const Block& block) {
  constexpr std::size_t kLongest = 60;
  std::string_view name;
  bool after_date = false;
  for (NodeIndex i = block.first; i <= block.last; ++i) {
    if (page.tree[i].tag != Tag::kText) continue;
    const std::string_view text = bare(page.tree.text(i));
    if (text.empty()) continue;
    const bool is_date =
        text.size() <= kLongest && read_date(text, DayOrder::kDayFirst).has_value();
    const bool is_name = text.size() <= kLongest && is_capitalised_name(text);
    if (is_date && !name.empty()) return read_credits(name);
    if (is_name && after_date) return read_credits(text);
    name = is_name ? text : std::string_view();
    after_date = is_date;
  }
  return {};
}

Credits beside_dates(const Page& page, Region region) {
  constexpr std::size_t kLongest = 120;
  for (std::size_t b = page.blocks.first_at(region.begin); b < page.blocks.first_at(region.end);
       ++b) {
    const Block& block = page.blocks[b];
    if (block.size > kLongest || is_elsewhere(page, block.first, region)) continue;
    Credits credits = beside_date(page, block);
    if (!credits.people.empty()) return credits;
  }
  return {};
}

// The authors whom links within one block name, where there are several.
Credits linked_together(const Page& page, Region region) {
  constexpr std::size_t kLongest = 200;
  for (std::size_t b = page.blocks.first_at(region.begin); b < page.blocks.first_at(region.end);
       ++b) {
    const Block& block = page.blocks[b];
    if (block.size > kLongest || block.prose) continue;
    // The block's first text may stand within a link.
    const NodeIndex parent = page.tree[block.first].parent;
    const NodeIndex begin = page.tree[parent].tag == Tag::kA ? parent : block.first;
    Credits credits;
    for (NodeIndex i = begin; i <= block.last; ++i) {
      const bool author =
          page.tree[i].tag == Tag::kA &&
          page.tree.attribute(i, AttributeName::kRel).find("author") != std::string_view::npos;
      if (author) merge(credits, read_credits(page.tree.content(i)));
    }
    if (credits.people.size() > 1) return credits;
  }
  return {};
}

// "Ann Lee" in bold, a paragraph of its own: how some papers sign.
Credits signature(const Page& page, Region region) {
  constexpr std::size_t kLongest = 60;
  for (std::size_t b = page.blocks.first_at(region.begin); b < page.blocks.first_at(region.end);
       ++b) {
    const Block& block = page.blocks[b];
    if (page.tree[block.element].tag != Tag::kP || block.size > kLongest ||
        block.strong * 10 < block.size * 9 || page.furniture[block.first] != Hint::kNone) {
      continue;
    }
    std::string line(page.blocks.text(b));
    std::replace(line.begin(), line.end(), '/', ',');
    const std::vector<std::string_view> pieces = split(line, ',');
    if (std::all_of(pieces.begin(), pieces.end(), is_capitalised_name)) return read_credits(line);
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
    if (block.size > kLongest || block.prose || is_elsewhere(page, block.first, region)) continue;
    std::string_view text = page.blocks.text(b);
    const std::size_t colon = text.substr(0, 16).find(':');
    if (colon != std::string_view::npos) text = text.substr(colon + 1);
    merge(found, {{}, read_credits(text).agencies});
  }
  return found.agencies;
}

}  // namespace

Finding<Credits> find_byline(const Page& page, const Place& place) {
  const NotThePublication checked(page);
  const Teasers teasers(
      page, place.headline < page.blocks.size() ? page.blocks[place.headline].first : kNoNode);
  const Region above = region_above(page, place);
  const Region near = region_below_headline(page, place, above);
  const Region below = region_below(page, place);
  Finding<Credits> found;
  Credits agencies;
  const auto decide = [&](Credits credits, std::string_view source) {
    credits = checked(std::move(credits));
    merge(agencies, {{}, credits.agencies});
    if (found.found() || credits.people.empty()) return;
    found = {std::move(credits), std::string(source)};
  };
  const auto widen = [&](Finding<Credits> more) {
    if (names_more(more.value, found.value)) found = std::move(more);
  };
  decide(from_linked(page.linked.article), "json-ld author");
  const Credits stated = from_meta(page.meta);
  const bool owner = stated.people.size() == 1 && claims_rights(page, stated.people.front());
  if (!owner) decide(stated, "meta author");
  widen({checked(from_meta(page.meta)), "meta author"});
  if (!found.found()) decide(from_article_author(page.meta), "meta article:author");
  widen({checked(linked_together(page, near)), "rel author"});
  if (!found.found()) found = from_elements(page, checked, teasers, near, above);
  if (!found.found()) found = from_elements(page, checked, teasers, {0, page.tree.size()}, above);
  if (!found.found()) decide(from_credit_lines(page, above), "credit line");
  if (!found.found()) decide(from_author_links(page, above), "link to author");
  if (!found.found()) decide(from_credit_lines(page, below), "credit line");
  if (!found.found()) decide(beside_dates(page, near), "name beside a date");
  if (!found.found()) decide(signature(page, near), "signature");
  if (!found.found()) decide(signature(page, last_lines(page, place)), "signature");
  if (owner) decide(stated, "meta author");
  merge(agencies, {{}, agencies_on_lines(page, above)});
  merge(agencies, {{}, agencies_on_lines(page, below)});
  merge(found.value, agencies);
  if (found.source.empty() && !found.value.empty()) found.source = "credits";
  return found;
}

}  // namespace dateline::indexer::page
