// The fields that metadata give for the most part: section, tags, language, canonical URL, source.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/page/page.h"

namespace dateline::indexer::page {

Finding<std::string> find_section(const Page& page, const Place& place);
Finding<std::vector<std::string>> find_tags(const Page& page);
// BCP 47 as the page declares it, e.g. "de-CH"; only a hint, for many pages state the wrong one.
Finding<std::string> find_language(const Page& page);
Finding<std::string> find_canonical_url(const Page& page);
Finding<std::string> find_source(const Page& page);

// "en_US" and "EN-us" as "en-US"; empty where `tag` is no language tag.
std::string normal_language(std::string_view tag);

}  // namespace dateline::indexer::page
