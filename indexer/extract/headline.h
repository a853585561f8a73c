#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page.h"

namespace dateline::indexer::page {

// The headline as a reader sees it: a heading that agrees with what the metadata say, else the
// heading above the text (which begins at `body_begin`), else what most of the metadata say.
Finding<std::string> find_headline(const Page& page, NodeIndex body_begin);

// `title` without the site's name: "Bridge closed | Dunmarrow Courier" is "Bridge closed". The name
// is known from `site_names`; a short last part after a separator is taken for one where `others`
// (other spellings of the headline) agree with the rest.
std::string without_site_name(std::string_view title, const std::vector<std::string>& site_names,
                              const std::vector<std::string>& others,
                              const std::vector<std::string>& sections = {});

}  // namespace dateline::indexer::page
