// A range of days as the terms of whole years, of whole months and of days, so that ten years are
// ten terms.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/language/dates.h"

namespace dateline::query {

// "20200106", as the slot of days has it; nothing for other text.
std::optional<std::chrono::year_month_day> day_of_digits(std::string_view digits);

// Terms whose union is the days from `first` to `last`, both included; none if first > last.
std::vector<std::string> day_terms(std::chrono::year_month_day first,
                                   std::chrono::year_month_day last);

}  // namespace dateline::query
