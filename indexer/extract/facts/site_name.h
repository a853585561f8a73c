// What titles carry beside the headline: the site's name and the section's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

// Names by which the page, its metadata and its host call the site.
std::vector<std::string> site_names(const Page& page);

// Names by which the page and its URL call the section.
std::vector<std::string> section_names(const Page& page);

// The whole of `text` is a site's name.
bool is_site_name(std::string_view text, const std::vector<std::string>& names);

// `title` without the site's name: "Bridge closed | Dunmarrow Courier" is "Bridge closed". The name
// is known from `site_names`; a short last part after a separator is taken for one where `others`
// (other spellings of the headline) agree with the rest.
std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& others,
                              const std::vector<std::string>& sections = {});

}  // namespace dateline::indexer::page
