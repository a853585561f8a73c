#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/extract/date_context.h"

namespace dateline::indexer::page {

struct Dates {
  DateFinding published;
  DateFinding modified;
};

// From JSON-LD, meta elements, microdata, <time>, the URL, visible lines near the headline and
// scripts, in this order of trust. `headline` is the one found; `body_begin` is the first node of
// the text; `now` (seconds since 1970) refuses what lies more than two days ahead.
Dates find_dates(const Page& page, std::string_view headline, NodeIndex body_begin,
                 std::int64_t now);

}  // namespace dateline::indexer::page
