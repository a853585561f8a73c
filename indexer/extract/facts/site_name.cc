// Titles put the site's and the section's name beside the headline, parted by one of many signs:
//
//   "Bridge shut | Opinion | The Courier"   →   "Bridge shut"
//
// The part that is the headline in another spelling stays alone (title_parts.h). Else separators are
// tried from the last to the first, in three rounds (for a site and sections). The part behind one
// goes if it is a name that the page, its metadata or its address use; the other way round for names
// in front. A colon parts sentences too, and so takes away only a name in full. Tested in
// site_name_test.cc.
#include "indexer/extract/facts/site_name.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/document/url.h"
#include "indexer/extract/facts/title_parts.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {

namespace {

constexpr std::size_t kLongestLabel = 60;

std::vector<std::string> titles_of(const Page& page) {
  return {page.meta.title, page.meta.value({"og:title"})};
}

// Parts of the titles, short ones, that `said` holds.
template <typename Said>
void add_parts(const Page& page, Said said, std::vector<std::string>& names) {
  for (const std::string& title : titles_of(page)) {
    const TitleParts whole(title);
    if (whole.parts().size() < 2) continue;
    for (const std::string_view part : whole.parts()) {
      constexpr std::size_t kMostWords = 4;
      if (part.size() > kLongestLabel || words_in(part) > kMostWords) continue;
      if (said(folded(part))) names.emplace_back(part);
    }
  }
}

bool has_parts(const Page& page) {
  const std::vector<std::string> titles = titles_of(page);
  return std::any_of(titles.begin(), titles.end(),
                     [](const std::string& title) { return TitleParts(title).parts().size() > 1; });
}

bool claims_right(std::string_view text) {
  return text.find("\u00a9") != std::string_view::npos ||
         starts_with_ignoring_ascii_case(text, "copyright");
}

bool leads_to_front(const Page& page, NodeIndex i) {
  const std::string_view href = trim(page.tree.attribute(i, AttributeName::kHref));
  return href == "/" || (href.find("://") != std::string_view::npos && is_site_root(href) &&
                         host_of(href) == host_of(page.url));
}

// What the page says of itself: in copyright lines, footers and links to its front, folded.
std::vector<std::string> self_descriptions(const Page& page) {
  constexpr std::size_t kLongest = 200;
  constexpr std::size_t kMost = 40;
  std::vector<std::string> said;
  const auto add = [&](std::string_view text) {
    if (text.size() <= kLongest && said.size() < kMost) said.push_back(folded(text));
  };
  for (std::size_t b = page.blocks.size(); b-- > 0;) {
    const std::string_view text = page.blocks.text(b);
    const bool footer = page.furniture[page.blocks[b].first] == Hint::kFooter;
    if (footer || (text.size() <= kLongest && claims_right(text))) add(text);
  }
  for (NodeIndex i = 0; i < page.tree.size() && !page.tree.overworked(); ++i) {
    if (page.tree[i].tag == Tag::kA && leads_to_front(page, i)) {
      add(page.tree.content(i, kLongest));
    }
  }
  return said;
}

// Labels that the navigation links, folded.
std::vector<std::string> linked_labels(const Page& page) {
  constexpr std::size_t kMost = 400;
  std::vector<std::string> labels;
  for (std::size_t b = 0; b < page.blocks.size() && labels.size() < kMost; ++b) {
    const Block& block = page.blocks[b];
    const bool label = block.size <= kLongestLabel && block.linked * 10 >= block.size * 9;
    if (label && page.furniture[block.first] == Hint::kNavigation) {
      labels.push_back(folded(page.blocks.text(b)));
    }
  }
  std::sort(labels.begin(), labels.end());
  return labels;
}

}  // namespace

// "Bridge shut | Opinion": sections stand beside headlines as sites' names do.
std::vector<std::string> section_names(const Page& page) {
  constexpr std::size_t kLongest = 20;
  std::vector<std::string> names{page.linked.article.section, page.meta.value({"article:section"})};
  std::string_view path = page.url;
  const std::size_t scheme = path.find("://");
  if (scheme != std::string_view::npos) path.remove_prefix(scheme + 3);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (parts[i].size() >= 4 && parts[i].size() <= kLongest) names.emplace_back(parts[i]);
  }
  if (!has_parts(page)) return names;
  const std::vector<std::string> labels = linked_labels(page);
  add_parts(
      page,
      [&](const std::string& fold) {
        return std::binary_search(labels.begin(), labels.end(), fold);
      },
      names);
  return names;
}

std::vector<std::string> site_names(const Page& page) {
  // Every part of every title is compared with every name.
  constexpr std::size_t kMost = 16;
  constexpr std::size_t kLongest = 300;
  std::vector<std::string> names = page.meta.values({"og:site_name"});
  names.resize(std::min(names.size(), kMost));
  for (const std::string& name :
       {page.meta.value({"application-name"}), page.linked.article.publisher, page.linked.site_name,
        page.meta.value({"twitter:site"}), page.meta.value({"al:iphone:app_name"}),
        page.meta.value({"apple-mobile-web-app-title"})}) {
    if (!name.empty()) names.push_back(name);
  }
  for (const std::string& url : {page.url, page.meta.canonical, page.meta.value({"og:url"})}) {
    const std::string host = host_of(url);
    const std::size_t dot = host.rfind('.');
    if (dot != std::string::npos) names.push_back(host.substr(0, dot));
  }
  std::erase_if(names, [](const std::string& name) { return name.size() > kLongest; });
  if (!has_parts(page)) return names;
  const std::vector<std::string> said = self_descriptions(page);
  constexpr std::size_t kShortest = 5;
  add_parts(
      page,
      [&](const std::string& fold) {
        return fold.size() >= kShortest &&
               std::any_of(said.begin(), said.end(), [&](const std::string& text) {
                 return text.find(fold) != std::string::npos;
               });
      },
      names);
  return names;
}

std::vector<std::string> shown_parts(const Page& page) {
  constexpr std::size_t kMost = 8;
  constexpr std::size_t kShortest = 8;
  const std::vector<std::string> titles = titles_of(page);
  std::vector<TitleParts> wholes;
  for (const std::string& title : titles) {
    TitleParts whole(title);
    if (whole.parts().size() > 1) wholes.push_back(std::move(whole));
  }
  std::vector<std::string> shown;
  for (std::size_t b = 0; b < page.blocks.size() && !wholes.empty() && shown.size() < kMost; ++b) {
    const Block& block = page.blocks[b];
    const Hint hint = page.furniture[block.first];
    const bool elsewhere = hint == Hint::kNavigation || hint == Hint::kFooter ||
                           hint == Hint::kRelated || hint == Hint::kComments;
    if (block.size < kShortest || block.size > 500 || elsewhere) continue;
    const std::string fold = folded(page.blocks.text(b));
    const bool is_run = std::any_of(wholes.begin(), wholes.end(), [&](const TitleParts& whole) {
      return !whole.run(fold).empty();
    });
    if (is_run) shown.emplace_back(page.blocks.text(b));
  }
  return shown;
}

bool is_site_name(std::string_view text, const std::vector<std::string>& names) {
  const std::string fold = folded(text);
  return fold.empty() || std::any_of(names.begin(), names.end(),
                                     [&](const std::string& name) { return folded(name) == fold; });
}

namespace {

struct Separator {
  std::size_t begin;
  std::size_t end;
  bool strict;  // parts sentences too: what stands beside it must be a name in full
};

// Separators in `title`, last first.
std::vector<Separator> separators(std::string_view title) {
  std::vector<Separator> found;
  for (const std::string_view mark : kTitleSeparators) {
    for (std::size_t at = title.find(mark); at != std::string_view::npos;
         at = title.find(mark, at + mark.size())) {
      found.push_back({at, at + mark.size(), mark == kTitleColon});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Separator& a, const Separator& b) { return a.begin > b.begin; });
  constexpr std::size_t kMost = 64;
  found.resize(std::min(found.size(), kMost));
  return found;
}

bool names_site(std::string_view part, const std::vector<std::string>& names) {
  const std::string fold = folded(part);
  if (fold.empty()) return false;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::string known = folded(name);
    return known.size() >= 2 && (fold == known || (known.size() >= 4 && fold.size() <= 40 &&
                                                   (fold.find(known) != std::string::npos ||
                                                    (fold.size() >= 4 && known.find(fold) == 0))));
  });
}

bool is_section(std::string_view text, const std::vector<std::string>& sections) {
  return !folded(text).empty() && is_site_name(text, sections);
}

// The longest run of the title's parts that one of the others states.
std::string_view stated_run(std::string_view title, const std::vector<std::string>& others) {
  const TitleParts whole(title);
  std::string_view longest;
  for (const std::string& other : others) {
    const std::string_view run = whole.run(folded(other));
    if (run.size() > longest.size() && !whole.is_label(run)) longest = run;
  }
  return longest;
}

}  // namespace

std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& others,
                              const std::vector<std::string>& sections) {
  const auto foreign = [&](std::string_view part, const Separator& separator, bool section) {
    if (section) return is_section(part, sections);
    return separator.strict ? is_site_name(part, site_names) : names_site(part, site_names);
  };
  // Each separator costs a comparison; nothing that long is a headline.
  constexpr std::size_t kLongest = 500;
  if (title.size() > kLongest) return std::string(truncate_utf8(title, kLongest));
  if (const std::string_view run = stated_run(title, others); !run.empty()) {
    return std::string(run);
  }
  for (const bool section : {false, true, true}) {
    for (const Separator& separator : separators(title)) {
      const std::string_view before = title.substr(0, separator.begin);
      const std::string_view after = title.substr(separator.end);
      if (foreign(after, separator, section)) {
        title = trim(before);
        break;
      }
      if (foreign(before, separator, section)) {
        title = trim(after);
        break;
      }
    }
  }
  return std::string(title);
}

}  // namespace dateline::indexer::page
