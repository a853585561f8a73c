// Instants in UTC, told in the clock and the day that the page goes by.
#pragma once

#include "indexer/extract/dates/date_context.h"

namespace dateline::indexer::page {

// Content systems state UTC in metadata while readers see the paper's own clock. `found`, where it
// is such an instant, with the offset or at least the day that the page goes by:
//   1. the page shows a time of day that is the same moment elsewhere: the difference is its
//      offset;
//   2. its scripts name one time zone, and it shows no other day than that gives;
//   3. it shows a bare day, in its text or its URL, that is the day before or after and can be the
//      same moment: that day, without a time, since the offset stays unknown.
// Else as it was.
DateFinding localised(DateFinding found, const DateContext& context);

// `modified`, where it is an instant in UTC within a day of `published`, with the offset that
// localised() found for that one. Further off the clocks may have been changed.
DateFinding localised_alike(DateFinding modified, const DateFinding& published);

}  // namespace dateline::indexer::page
