// Titles put the site's and the section's name beside the headline, parted by one of many signs:
//
//   "Bridge shut | Opinion | The Courier"   →   "Bridge shut"
//
// Separators are tried from the last to the first, in two rounds (for a site and a section). The
// part behind one goes if it is a name that the page, its metadata or its address use, or if the
// part before it is the headline in another spelling; the other way round for names in front. A
// colon parts sentences too, and so takes away only a name in full. Tested in site_name_test.cc.
#include "indexer/extract/facts/site_name.h"

#include <algorithm>

#include "common/base/strings.h"
#include "common/base/utf8.h"
#include "common/document/url.h"
#include "indexer/extract/markup/markup_text.h"
#include "indexer/extract/tables/punctuation.h"

namespace dateline::indexer::page {

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
  const std::string host = host_of(page.url);
  const std::size_t dot = host.rfind('.');
  if (dot != std::string::npos) names.push_back(host.substr(0, dot));
  std::erase_if(names, [](const std::string& name) { return name.size() > kLongest; });
  return names;
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

bool agrees(std::string_view text, const std::vector<std::string>& others) {
  const std::string fold = folded(text);
  return std::any_of(others.begin(), others.end(),
                     [&](const std::string& other) { return folded(other) == fold; });
}

}  // namespace

std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& others,
                              const std::vector<std::string>& sections) {
  const auto foreign = [&](std::string_view part, const Separator& separator) {
    const bool site =
        separator.strict ? is_site_name(part, site_names) : names_site(part, site_names);
    return site || is_section(part, sections);
  };
  // Each separator costs a comparison; nothing that long is a headline.
  constexpr std::size_t kLongest = 500;
  if (title.size() > kLongest) return std::string(truncate_utf8(title, kLongest));
  for (int round = 0; round < 2; ++round) {
    for (const Separator& separator : separators(title)) {
      const std::string_view before = title.substr(0, separator.begin);
      const std::string_view after = title.substr(separator.end);
      if (foreign(after, separator) || agrees(before, others)) {
        title = trim(before);
        break;
      }
      if (foreign(before, separator) || agrees(after, others)) {
        title = trim(after);
        break;
      }
    }
  }
  return std::string(title);
}

}  // namespace dateline::indexer::page
