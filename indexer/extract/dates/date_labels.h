// What the words beside a date say that it dates.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/calendar.h"
#include "indexer/extract/dates/date_text.h"

namespace dateline::indexer::page {

enum class DateRole {
  kPublished,  // "Published:", "Erschienen am"
  kPlain,      // nothing is said
  kUnknown,    // a label in words that nobody here knows: "Ships on:"
  kModified,   // "Updated", "Stand:"
  kOther,      // another day than those: "Received", "Event date:"
  kMentioned,  // a sentence speaks of it
};

// Of the words directly before or after a date, up to 60 bytes of which are looked at.
DateRole role_of_label(std::string_view label);

struct LabelledDate {
  Timestamp stamp;
  DateRole role;
};

// The dates in a short text with what it says of each. Labels stand before their dates, or behind
// all of them ("2024年3月3日 更新").
std::vector<LabelledDate> labelled_dates(std::string_view text, DayOrder order);

}  // namespace dateline::indexer::page
