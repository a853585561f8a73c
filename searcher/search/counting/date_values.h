// Years and months as a facet has them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/facet.h"

namespace dateline::search {

// Of a day as Slot::kDay has it, "20200106": "2020", "202001". Empty for what is no such value.
std::string_view digits_of(DatePart part, std::string_view day);

// As people write it: "2020", "2020-01".
std::string date_value(DatePart part, std::string_view digits);

// `values` in order of time, with a 0 for each year (month) between two neighbours where none of
// those between is in `counted`, which has all that were counted, as date_value() writes them and in
// order: what of it is not shown was cut. A gap of more than kMostMissing stays open.
std::vector<FacetValue> with_gaps(DatePart part, std::vector<FacetValue> values,
                                  const std::vector<std::string>& counted);
inline constexpr std::size_t kMostMissing = 100;

}  // namespace dateline::search
