// An entity's profile as text and as JSON.
#pragma once

#include "searcher/output/json.h"
#include "searcher/output/text_layout.h"
#include "searcher/search/entity_profile.h"

namespace dateline::output {

Rendered text_of(const search::EntityProfile& profile, const Terminal& terminal);

// name, type, forms, articles, first, last, months, associates, notices.
Json json_of(const search::EntityProfile& profile);

}  // namespace dateline::output
