// An entity's profile as text and as JSON.
#pragma once

#include <string>

#include "searcher/output/writer.h"
#include "searcher/search/entity_profile.h"

namespace dateline::output {

std::string profile_text(const search::EntityProfile& profile, const Look& look);

// One JSON object on one line: name, type, forms, articles, first, last, months, associates,
// notices.
std::string profile_json(const search::EntityProfile& profile);

}  // namespace dateline::output
