// Each of these facts is asked of its sources one after the other, and the first usable value is
// taken. What needs more than that:
//
//   section  "News, Politics" and "news/politics" are Politics only where "News" merely places the
//            article; labels such as "Featured" or "Home" are no section. Without metadata it is
//            the last link in the path above the headline: Home > Isles > Bridges gives "Bridges".
//   tags     one list or many, each tag once: "Bridges, bridges; Ferries".
//   source   the site's stated name; else the part of the title that the copyright line names too:
//            "Bridge shut | The Courier" with "(c) The Courier 2020" gives "The Courier".
//
// Tested in facts_test.cc.
#include "indexer/extract/facts/facts.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/base/strings.h"
#include "common/document/url.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/element_names.h"
#include "indexer/extract/tables/labels.h"
#include "indexer/extract/tables/matching.h"
#include "indexer/extract/tables/meta_keys.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {
namespace {

constexpr std::size_t kMaxTags = 64;
constexpr std::size_t kLongestTag = 100;

bool is_alpha(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_ascii_alpha);
}

// Tags in the order in which they come; of those that differ in writing alone the first.
class TagList {
 public:
  // A comma, or else a semicolon, parts the tags of one string.
  void add(std::string_view list);
  std::vector<std::string> take() && { return std::move(tags_); }

 private:
  std::vector<std::string> tags_;
  std::set<std::string> folds_;
};

void TagList::add(std::string_view list) {
  const char separator =
      list.find(';') != std::string_view::npos && list.find(',') == std::string_view::npos ? ';'
                                                                                           : ',';
  for (const std::string_view piece : split(list, separator)) {
    std::string tag = collapse_whitespace(piece);
    if (tags_.size() >= kMaxTags) return;
    if (tag.empty() || tag.size() > kLongestTag) continue;
    if (folds_.insert(folded(tag)).second) tags_.push_back(std::move(tag));
  }
}

bool names_breadcrumbs(const Tree& tree, NodeIndex i) {
  if (tree[i].tag == Tag::kText || tree[i].tag == Tag::kBody || tree[i].attributes_count == 0) {
    return false;
  }
  for (const AttributeName name : {AttributeName::kClass, AttributeName::kId,
                                   AttributeName::kItemtype, AttributeName::kAriaLabel}) {
    if (holds_one_of(kBreadcrumbNames, to_ascii_lower(tree.attribute(i, name)))) return true;
  }
  return false;
}

bool means_home(std::string_view text) { return is_one_of(kHomeLabels, folded(text)); }

// The last link of the path above the headline that is neither home nor the article.
std::string section_in_breadcrumbs(const Page& page, NodeIndex crumbs, const std::string& title,
                                   const std::string& site) {
  constexpr std::size_t kLongest = 50;
  const Tree& tree = page.tree;
  std::string section;
  tree.count_work(tree[crumbs].end - crumbs);
  for (NodeIndex i = crumbs; i < tree[crumbs].end; ++i) {
    if (tree[i].tag != Tag::kA) continue;
    std::string text = tree.content(i, 4 * kLongest);
    if (text.size() < 2 || text.size() > kLongest || means_home(text)) continue;
    const std::string fold = folded(text);
    if (fold != site && !title.starts_with(fold)) section = std::move(text);
  }
  return section;
}

// Labels that editors set beside the section to place an article.
bool places_article(std::string_view text) {
  return means_home(text) || is_one_of(kPlacingLabels, folded(text));
}

// "News,Politics" and "news/politics" name one section and what is above or beside it; "Food, Drink
// & Travel" is one name.
std::string one_section(const std::string& text) {
  const bool one_name = text.find(" & ") != std::string::npos ||
                        text.find(" and ") != std::string::npos ||
                        text.find(" und ") != std::string::npos;
  std::string_view section = text;
  if (!one_name) {
    const std::vector<std::string_view> pieces = split(text, ',');
    const auto at = std::find_if_not(pieces.begin(), pieces.end(), places_article);
    section = trim(at == pieces.end() ? pieces.front() : *at);
  }
  const std::size_t slash = section.rfind('/');
  const bool path = slash != std::string_view::npos && slash + 1 < section.size() &&
                    section.find(' ') == std::string_view::npos;
  return std::string(path ? section.substr(slash + 1) : section);
}

bool names_section(const Tree& tree, NodeIndex i) {
  if (tree[i].tag == Tag::kText || tree[i].tag == Tag::kMeta || tree[i].attributes_count == 0) {
    return false;
  }
  if (tree.attribute(i, AttributeName::kItemprop) == "articleSection") return true;
  return is_one_of(kSectionNames, to_ascii_lower(tree.attribute(i, AttributeName::kClass)));
}

// A short label beside the headline that is marked as the section.
std::string section_beside_headline(const Page& page, const Place& place) {
  constexpr std::size_t kNear = 6;
  constexpr NodeIndex kMostNodes = 8;
  constexpr std::size_t kLongest = 40;
  const std::size_t first = place.headline < kNear ? 0 : place.headline - kNear;
  if (first >= page.blocks.size()) return {};
  for (NodeIndex i = page.blocks[first].element; i < place.begin; ++i) {
    if (page.tree[i].end - i > kMostNodes || !names_section(page.tree, i)) continue;
    std::string text = page.tree.content(i);
    if (text.size() >= 2 && text.size() <= kLongest) return text;
  }
  return {};
}

// The part of the title that the page's copyright line names too.
std::string copyright_holder(const Page& page) {
  constexpr std::size_t kLongest = 200;
  std::string claims;
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    const std::string_view text = page.blocks.text(b);
    const bool claims_right =
        text.size() <= kLongest && (text.find("\u00a9") != std::string_view::npos ||
                                    starts_with_ignoring_ascii_case(text, "copyright"));
    if (claims_right && claims.size() < 10 * kLongest) claims += folded(text);
  }
  if (claims.empty()) return {};
  constexpr std::size_t kShortest = 5;
  constexpr std::size_t kLongestName = 60;
  std::string_view title = page.meta.title;
  for (const std::string_view mark : kHolderSeparators) {
    const std::size_t first = title.find(mark);
    if (first == std::string_view::npos) continue;
    for (const std::string_view part :
         {title.substr(title.rfind(mark) + mark.size()), title.substr(0, first)}) {
      const std::string fold = folded(part);
      const bool fits = fold.size() >= kShortest && part.size() <= kLongestName;
      if (fits && claims.find(fold) != std::string::npos) return std::string(trim(part));
    }
  }
  return {};
}

// Short links marked rel=tag, or in an element that is named after tags.
std::vector<std::string> visible_tags(const Page& page) {
  std::vector<std::string> out;
  for (NodeIndex i = 0; i < page.tree.size(); ++i) {
    if (page.tree[i].tag != Tag::kA) continue;
    const bool marked =
        page.tree.attribute(i, AttributeName::kRel).find("tag") != std::string_view::npos;
    if (!marked && page.furniture[i] != Hint::kTags) continue;
    // A link to an article is no tag.
    constexpr std::size_t kLongest = 40;
    std::string text = page.tree.content(i, 4 * kLongest);
    if (text.size() <= kLongest) out.push_back(std::move(text));
  }
  return out;
}

}  // namespace

Finding<std::string> find_section(const Page& page, const Place& place) {
  constexpr std::size_t kLongest = 80;
  const std::string site = folded(find_source(page).value);
  const auto usable = [&](const std::string& section) {
    return !section.empty() && section.size() <= kLongest && folded(section) != site &&
           !means_home(section);
  };
  if (std::string section = one_section(page.linked.article.section); usable(section)) {
    return {std::move(section), "json-ld articleSection"};
  }
  if (const auto* found = page.meta.first(kSectionKeys)) {
    if (std::string section = one_section(found->value); usable(section)) {
      return {std::move(section), "meta " + found->key};
    }
  }
  const std::string title = folded(page.meta.title);
  const std::string site_name = folded(page.meta.value({"og:site_name"}));
  for (NodeIndex i = 0; i < page.tree.size() && !page.tree.overworked(); ++i) {
    if (!names_breadcrumbs(page.tree, i)) continue;
    if (std::string section = section_in_breadcrumbs(page, i, title, site_name); usable(section)) {
      return {std::move(section), "breadcrumbs"};
    }
  }
  if (std::string section = one_section(section_beside_headline(page, place)); usable(section)) {
    return {std::move(section), "label beside the headline"};
  }
  const std::string subject = page.meta.value({"dc.subject"});
  if (subject.find(',') == std::string::npos && usable(subject))
    return {subject, "meta dc.subject"};
  return {};
}

Finding<std::vector<std::string>> find_tags(const Page& page) {
  Finding<std::vector<std::string>> found;
  const auto take = [&](const std::vector<std::string>& lists, std::string_view source) {
    if (found.found()) return;
    TagList tags;
    for (const std::string& list : lists) tags.add(list);
    found.value = std::move(tags).take();
    if (!found.value.empty()) found.source = source;
  };
  take(page.meta.values({"article:tag", "og:article:tag"}), "meta article:tag");
  take(page.linked.article.tags, "json-ld keywords");
  take(page.meta.values({"parsely-tags", "sailthru.tags", "news_keywords"}), "meta news_keywords");
  take(page.meta.values({"keywords"}), "meta keywords");
  take(page.meta.values({"dc.subject", "dcterms.subject"}), "meta dc.subject");
  if (!found.found()) take(visible_tags(page), "links to tags");
  return found;
}

std::string normal_language(std::string_view tag) {
  std::string text(trim(tag.substr(0, 40)));
  std::replace(text.begin(), text.end(), '_', '-');
  const auto parts = split(text, '-');
  if (parts[0].size() < 2 || parts[0].size() > 3 || !is_alpha(parts[0])) return {};
  std::string out = to_ascii_lower(parts[0]);
  if (parts.size() > 1 && parts[1].size() == 2 && is_alpha(parts[1])) {
    out += '-';
    std::transform(parts[1].begin(), parts[1].end(), std::back_inserter(out),
                   [](char c) { return is_ascii_lower(c) ? static_cast<char>(c - 32) : c; });
  }
  return out;
}

Finding<std::string> find_language(const Page& page) {
  const std::array<std::pair<std::string, std::string_view>, 5> candidates{{
      {page.meta.language, "html lang"},
      {page.linked.article.language, "json-ld inLanguage"},
      {page.meta.value({"og:locale"}), "meta og:locale"},
      {page.meta.value({"dc.language", "dcterms.language", "inlanguage"}), "meta language"},
      {page.meta.value({"language", "content-language"}), "meta language"},
  }};
  for (const auto& [value, source] : candidates) {
    if (std::string language = normal_language(value); !language.empty()) {
      return {std::move(language), std::string(source)};
    }
  }
  return {};
}

Finding<std::string> find_canonical_url(const Page& page) {
  const std::array<std::pair<std::string, std::string_view>, 3> candidates{{
      {page.meta.canonical, "link canonical"},
      {page.meta.value({"og:url"}), "meta og:url"},
      {page.linked.article.url, "json-ld url"},
  }};
  for (const auto& [value, source] : candidates) {
    if (value.empty()) continue;
    auto url = resolve_url(value, page.url);
    if (url && !is_site_root(*url)) return {std::move(*url), std::string(source)};
  }
  return {};
}

Finding<std::string> find_source(const Page& page) {
  const std::array<std::pair<std::string, std::string_view>, 4> candidates{{
      {page.meta.value({"og:site_name"}), "meta og:site_name"},
      {page.linked.article.publisher, "json-ld publisher"},
      {page.linked.site_name, "json-ld WebSite.name"},
      {page.meta.value({"application-name", "dc.publisher"}), "meta application-name"},
  }};
  constexpr std::size_t kLongest = 80;
  for (const auto& [value, source] : candidates) {
    if (!value.empty() && value.size() <= kLongest) return {value, std::string(source)};
  }
  if (std::string name = copyright_holder(page); !name.empty()) {
    return {std::move(name), "title and copyright line"};
  }
  return {};
}

}  // namespace dateline::indexer::page
