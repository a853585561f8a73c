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
  // `marked` is microdata, or a label says that it is the date wanted.
  bool stated = false;
  // The first <time> that is labelled as an update, where a date of publication is wanted.
  DateFinding updated;
  // Elements named after dates that stand above the headline: often the day's date.
  DateFinding above;
};

DateElements find_date_elements(const DateContext& context, bool published);

}  // namespace dateline::indexer::page
