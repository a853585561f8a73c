// Each source is wrong in its own way: og:title is written for clicks, <title> carries the site's
// name, JSON-LD is cut at 110 characters, the first <h1> may be the site's logo. A heading that
// shares its words with one of the others is the headline that readers saw.
//
//   <title>Bridge shut | The Courier</title>  <h1>The Courier</h1>  <h1>OPINION Bridge shut</h1>
//
// gives "Bridge shut": the second heading fits the title, and the kicker before the title's words
// goes. Where no <h1> fits, the heading above the text is taken, for editors write one headline for
// the page and another for search engines; without headings, what most of the metadata say. Tested
// in headline_test.cc.
#include "indexer/extract/facts/headline.h"

#include <algorithm>
#include <set>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "indexer/extract/facts/site_name.h"
#include "indexer/extract/facts/title_parts.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/element_names.h"
#include "indexer/extract/tables/matching.h"
#include "indexer/extract/tables/meta_keys.h"

namespace dateline::indexer::page {
namespace {

struct Candidate {
  std::string text;
  std::string fold;
  std::string source;
  NodeIndex node = kNoNode;  // of a heading
};

Candidate candidate(std::string text, std::string source) {
  std::string fold = folded(text);
  return {std::move(text), std::move(fold), std::move(source), kNoNode};
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (const std::string_view word : split(text, ' ')) {
    if (std::string fold = folded(word); !fold.empty()) words.insert(std::move(fold));
  }
  return words;
}

// The share of the shorter text's words that the longer has too, 0 to 1. Texts of fewer than three
// words have many words in common by chance: they are alike only if they are equal.
double likeness(std::string_view a, std::string_view b) {
  const auto first = words_of(a);
  const auto second = words_of(b);
  const std::size_t shorter = std::min(first.size(), second.size());
  if (shorter < 3) return first == second && shorter > 0 ? 1 : 0;
  const auto shared = std::count_if(
      first.begin(), first.end(), [&](const std::string& word) { return second.count(word) > 0; });
  return double(shared) / double(shorter);
}

// Many templates set the kicker within the heading, in an element of its own.
bool is_kicker(const Tree& tree, NodeIndex i) {
  if (tree[i].tag == Tag::kText || tree[i].attributes_count == 0) return false;
  return holds_one_of(kKickerNames, to_ascii_lower(tree.attribute(i, AttributeName::kClass)));
}

std::string heading_text(const Tree& tree, NodeIndex heading) {
  constexpr std::size_t kMost = 4000;
  std::string raw;
  for (NodeIndex i = heading + 1; i < tree[heading].end && raw.size() <= kMost;) {
    tree.count_work(1);
    if (is_kicker(tree, i)) {
      i = tree[i].end;
      continue;
    }
    if (tree[i].tag == Tag::kText) raw += truncate_utf8(tree.text(i), kMost);
    if (tree[i].tag == Tag::kBr || is_block(tree[i].tag)) raw += ' ';
    ++i;
  }
  std::string text = collapse_whitespace(raw);
  text.erase(0, text.find_first_not_of(" :|-"));  // what parted it from the kicker
  return text.empty() ? tree.content(heading, kMost) : text;
}

bool is_marked_headline(const Tree& tree, NodeIndex i) {
  return tree[i].attributes_count > 0 && tree[i].tag != Tag::kMeta &&
         tree.attribute(i, AttributeName::kItemprop).find("headline") != std::string_view::npos;
}

// What h1 elements in these parts say is not about the article.
bool in_furniture(const Page& page, NodeIndex i) {
  const Hint hint = page.furniture[i];
  return hint == Hint::kNavigation || hint == Hint::kFooter || hint == Hint::kRelated ||
         hint == Hint::kConsent || hint == Hint::kComments || hint == Hint::kForm ||
         hint == Hint::kSidebar;
}

std::vector<Candidate> headings(const Page& page, const std::vector<std::string>& names,
                                const std::vector<std::string>& sections) {
  constexpr std::size_t kMost = 12;
  constexpr std::size_t kLongest = 400;
  std::vector<Candidate> out;
  const TitleParts title(page.meta.title);
  for (NodeIndex i = 0; i < page.tree.size() && out.size() < kMost; ++i) {
    const bool heading = page.tree[i].tag == Tag::kH1;
    if (!heading && !is_marked_headline(page.tree, i)) continue;
    std::string text = without_site_name(heading_text(page.tree, i), names, {}, sections);
    if (text.size() > kLongest || length_in_characters(text) < 2 || is_site_name(text, names) ||
        title.is_label(text)) {
      continue;
    }
    out.push_back(candidate(std::move(text), heading ? "h1" : "itemprop headline"));
    out.back().node = i;
  }
  return out;
}

std::vector<Candidate> stated(const Page& page, const std::vector<std::string>& names,
                              const std::vector<std::string>& sections,
                              const std::vector<std::string>& headings) {
  std::vector<Candidate> out;
  const auto add = [&](const std::string& raw, std::string source) {
    std::string text = without_site_name(raw, names, headings, sections);
    if (!is_site_name(text, names)) {
      out.push_back(candidate(std::move(text), std::move(source)));
    }
  };
  if (page.linked.article.stated()) {
    add(page.linked.article.headline, "json-ld " + page.linked.article.type + ".headline");
  }
  add(page.meta.value({"og:title"}), "meta og:title");
  add(page.meta.value({"twitter:title"}), "meta twitter:title");
  add(page.meta.value(kTitleKeys), "meta title");
  add(page.meta.title, "title");
  return out;
}

// How well a heading fits what the metadata say.
double fit(const Candidate& heading, const std::vector<Candidate>& stated) {
  double best = 0;
  for (const Candidate& one : stated) {
    if (heading.fold == one.fold) return 2;
    if (length_in_characters(heading.text) < 8) continue;
    best = std::max(best, likeness(heading.text, one.text));
  }
  return best;
}

const Candidate* best_heading(const std::vector<Candidate>& headings,
                              const std::vector<Candidate>& stated) {
  constexpr double kEnough = 0.5;
  const Candidate* best = nullptr;
  double best_fit = kEnough;
  for (const Candidate& heading : headings) {
    const double value = fit(heading, stated);
    if (value > best_fit || (best == nullptr && value >= kEnough)) {
      best = &heading;
      best_fit = value;
    }
  }
  return best;
}

// Where the first sentence of the text begins: a kicker or a label may come before its headline.
NodeIndex first_prose(const Page& page, NodeIndex body_begin) {
  for (std::size_t b = page.blocks.first_at(body_begin); b < page.blocks.size(); ++b) {
    if (page.blocks[b].prose) return page.blocks[b].first;
  }
  return body_begin;
}

// The first heading before the text, where none shares words with the metadata: editors write one
// headline for the page and another for search engines.
const Candidate* heading_above(const Page& page, const std::vector<Candidate>& headings,
                               NodeIndex body_begin) {
  constexpr std::size_t kShortest = 12;
  body_begin = first_prose(page, body_begin);
  for (const Candidate& heading : headings) {
    if (heading.node >= body_begin || in_furniture(page, heading.node)) continue;
    if (heading.text.size() >= kShortest && heading.text.find(' ') != std::string::npos) {
      return &heading;
    }
  }
  return nullptr;
}

// True if `part` begins or ends at a boundary between the heading's text nodes.
bool is_whole_part(const Tree& tree, NodeIndex heading, std::string_view part_fold, bool at_end) {
  std::vector<std::string> folds;
  for (NodeIndex i = heading; i < tree[heading].end; ++i) {
    if (tree[i].tag == Tag::kText) folds.push_back(folded(tree.text(i)));
  }
  if (at_end) std::reverse(folds.begin(), folds.end());
  std::size_t length = 0;
  for (const std::string& fold : folds) {
    length += fold.size();
    if (length >= part_fold.size()) return length == part_fold.size();
  }
  return false;
}

// "OPINION | What we owe the sea" without its kicker, and "What we owe the sea 14 comments" without
// what follows, where the metadata state the rest.
std::string without_kicker(const Page& page, const Candidate& heading,
                           const std::vector<Candidate>& stated) {
  static constexpr std::string_view kMarks = "|/-";
  // "Harbour board / ferry crews meet" has none where it is stated letter by letter, though a title says
  // less.
  const bool is_stated = std::any_of(
      stated.begin(), stated.end(), [&](const Candidate& one) { return one.text == heading.text; });
  if (is_stated && heading.text.find('|') == std::string::npos) return heading.text;
  for (const Candidate& one : stated) {
    if (one.fold.size() < 12 || one.fold.size() >= heading.fold.size()) continue;
    const std::size_t rest = heading.fold.size() - one.fold.size();
    if (heading.fold.compare(rest, std::string::npos, one.fold) == 0) {
      const std::size_t at =
          heading.text.size() > one.text.size() ? heading.text.size() - one.text.size() : 0;
      const std::size_t mark = heading.text.find_last_not_of(' ', at == 0 ? 0 : at - 1);
      const bool parted =
          mark != std::string::npos && kMarks.find(heading.text[mark]) != std::string_view::npos;
      if (parted || is_whole_part(page.tree, heading.node, one.fold, true)) return one.text;
    }
    if (heading.fold.compare(0, one.fold.size(), one.fold) == 0 &&
        is_whole_part(page.tree, heading.node, one.fold, false)) {
      return one.text;
    }
  }
  return heading.text;
}

// The text that most sources agree on; the first of those with equal support.
const Candidate& most_supported(const std::vector<Candidate>& stated) {
  std::size_t best = 0;
  std::ptrdiff_t best_votes = 0;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const auto votes = std::count_if(stated.begin(), stated.end(), [&](const Candidate& other) {
      return other.fold == stated[i].fold;
    });
    if (votes > best_votes) {
      best = i;
      best_votes = votes;
    }
  }
  return stated[best];
}

// What the metadata state, if a heading of lower rank shows it word for word.
const Candidate* shown_in_heading(const Page& page, const std::vector<Candidate>& stated) {
  constexpr std::size_t kShortest = 12;
  for (const Candidate& one : stated) {
    if (one.fold.size() < kShortest) continue;
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      const Block& shown = page.blocks[b];
      const bool fits =
          shown.size >= one.text.size() && shown.size <= one.text.size() + kShortest &&
          is_heading(page.tree[shown.element].tag) && !in_furniture(page, shown.first);
      if (fits && folded(page.blocks.text(b)) == one.fold) return &one;
    }
  }
  return nullptr;
}

// Where no h1 agrees with the metadata.
Finding<std::string> without_h1(const Page& page, const std::vector<Candidate>& headings,
                                const std::vector<Candidate>& stated, NodeIndex body_begin) {
  const Candidate* above = heading_above(page, headings, body_begin);
  const Candidate* shown = shown_in_heading(page, stated);
  if (shown != nullptr && above != nullptr) return {shown->text, shown->source};
  if (above != nullptr) return {without_kicker(page, *above, stated), above->source};
  if (!stated.empty()) {
    const Candidate& most = most_supported(stated);
    // What is shown may carry a kicker.
    const bool kicker = shown != nullptr && shown->fold.find(most.fold) != std::string::npos;
    const Candidate& best = shown != nullptr && !kicker ? *shown : most;
    return {best.text, best.source};
  }
  if (!headings.empty()) return {headings.front().text, headings.front().source};
  return {};
}

}  // namespace

std::size_t headline_block(const Page& page, std::string_view headline, NodeIndex body_begin) {
  constexpr int kMostTried = 1000;
  constexpr std::size_t kAbove = 6;
  const std::string fold = folded(headline);
  int tried = 0;
  for (std::size_t b = 0; b < page.blocks.size() && !fold.empty() && tried < kMostTried; ++b) {
    const std::uint32_t size = page.blocks[b].size;
    if (size < headline.size() || size > 2 * headline.size() + 40) continue;
    ++tried;
    const Hint hint = page.furniture[page.blocks[b].first];
    if (hint == Hint::kRelated || hint == Hint::kNavigation) continue;
    if (folded(page.blocks.text(b)).find(fold) != std::string::npos) return b;
  }
  const NodeIndex h1 = page.tree.find(Tag::kH1, 0, page.tree.size());
  const std::size_t text = page.blocks.first_at(body_begin);
  return h1 != kNoNode ? page.blocks.first_at(h1) : text - std::min(kAbove, text);
}

Finding<std::string> find_headline(const Page& page, NodeIndex body_begin) {
  const std::vector<std::string> names = site_names(page);
  const std::vector<std::string> sections = section_names(page);
  const std::vector<Candidate> seen = headings(page, names, sections);
  std::vector<std::string> texts = shown_parts(page);
  texts.reserve(texts.size() + seen.size());
  for (const Candidate& heading : seen) texts.push_back(heading.text);
  const std::vector<Candidate> said = stated(page, names, sections, texts);
  const Candidate* heading = best_heading(seen, said);
  if (heading != nullptr) return {without_kicker(page, *heading, said), heading->source};
  return without_h1(page, seen, said, body_begin);
}

}  // namespace dateline::indexer::page
