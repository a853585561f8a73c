// Acronyms that are common words when written small: US and us, WHO and who.
#pragma once

#include <string_view>

namespace dateline::text {

// The precise reading of `folded` ("us" → "us."), or nothing if it is no such acronym.
// `as_acronym` tells that the source has it in capitals or with dots; a few ("usa") need neither.
// The reading ends in a dot, which no plain form does. The view lives as long as the program.
std::string_view acronym_reading(std::string_view folded, bool as_acronym);

}  // namespace dateline::text
