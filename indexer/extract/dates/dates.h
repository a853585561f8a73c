// When the article was published and modified.
#pragma once

#include <cstdint>

#include "indexer/extract/dates/date_context.h"

namespace dateline::indexer::page {

struct Dates {
  DateFinding published;
  DateFinding modified;
};

// From JSON-LD, meta elements, microdata, <time>, the URL, visible lines near the headline and
// scripts, in this order of trust. Nothing more than two days after
// `now` (seconds since 1970) is taken.
Dates find_dates(const Page& page, const Place& place, std::int64_t now);

}  // namespace dateline::indexer::page
