// Dates in the elements that a page marks as dates.
#pragma once

#include "indexer/extract/dates/date_context.h"

namespace dateline::indexer::page {

// Dates in elements that are marked as dates.
struct DateElements {
  // From microdata, else from a <time> element, else from an element named after dates that stands
  // at the headline or below it; of several the first. For a modified date microdata and <time>
  // alone.
  DateFinding marked;
  // Elements named after dates that stand above the headline: often the day's date.
  DateFinding above;
};

DateElements find_date_elements(const DateContext& context, bool published);

}  // namespace dateline::indexer::page
