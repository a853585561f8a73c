#pragma once

#include <optional>

#include "common/base/calendar.h"
#include "indexer/extract/page.h"

namespace dateline::indexer::page {

struct Dates {
  Finding<std::optional<Timestamp>> published;
  Finding<std::optional<Timestamp>> modified;
};

// From JSON-LD, meta elements, microdata, <time>, the URL and visible lines near the headline, in
// this order of trust. `body_begin` is the first node of the text; `now` (seconds since 1970)
// refuses what lies more than two days ahead: a date cannot be of publication before its day has
// begun anywhere.
Dates find_dates(const Page& page, NodeIndex body_begin, std::int64_t now);

}  // namespace dateline::indexer::page
