// What titles carry beside the headline: the site's name and the section's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Names by which the page, its metadata and its hosts call the site, and those parts of its title
// that its footer, its copyright line or its links to the front page name.
std::vector<std::string> site_names(const Page& page);

// Names by which the page and its URL call the section, and those parts of its title that its
// navigation links.
std::vector<std::string> section_names(const Page& page);

// Those parts of the page's titles that it shows as a block of their own: its headline is, whatever
// element holds it.
std::vector<std::string> shown_parts(const Page& page);

// The whole of `text` is a site's name.
bool is_site_name(std::string_view text, const std::vector<std::string>& names);

// `title` without the site's name: "Bridge closed | Dunmarrow Courier" is "Bridge closed". The name
// is known from `site_names`; the longest part that `others` (what may be the headline) state is the
// headline whatever stands beside it, unless it is a label beside a longer part.
std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& others,
                              const std::vector<std::string>& sections = {});

}  // namespace dateline::indexer::page
